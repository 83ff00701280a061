import { expect } from "chai";
import type { TestApp } from "../../../test/app.js";
import { startCalls } from "../../../test/calls.js";
import { type BookedLink, book, type Invited, invite, quarterAfter } from "../../../test/factories.js";
import { resealLinks } from "../appointments/reseal-links.js";
import { composeHelperMail } from "./compose-helper-mail.js";
import { forgetHelperEmails } from "./forget-helper-emails.js";
import { Helper } from "./helper.entity.js";
import type { HelperMailKind } from "./helper.messages.js";

const now = new Date("2026-11-23T09:00:00Z");
const nextDay = 24 * 60;

describe("the mails of a helper", () => {
  const calls = startCalls(now);
  const { query, bookForNow } = calls;
  let app: TestApp;

  before(() => {
    ({ app } = calls.begun());
  });

  const mailOf = async ({ id }: Invited, kind: HelperMailKind = "helper_invited", at = app.clock.now) =>
    app.database.dataSource.transaction((db) => composeHelperMail(db, app.config, kind, id, at));
  const waiting = ({ id }: Invited) =>
    query("select kind, state from outbox_message where subject_id = $1 order by kind, state", [id]);
  const send = (invited: Invited) =>
    query("update outbox_message set state = 'sent', sent_at = now() where subject_id = $1 and state = 'scheduled'", [
      invited.id,
    ]);
  const emailOf = async ({ id }: Invited) => (await query("select email from helper where id = $1", [id]))[0].email;
  const forgetAt = (at: Date) => app.database.dataSource.transaction((db) => forgetHelperEmails({ db, now: at }));
  const cancel = ({ token }: BookedLink) =>
    app.call("POST", "/api/appointment/cancellation", { bearer: token, body: {} });
  const withdraw = ({ token }: BookedLink, { id }: Invited) =>
    app.call("POST", `/api/appointment/helpers/${id}/withdrawal`, { bearer: token, body: {} });
  const bookForTomorrow = () => book(app, calls.begun().service.id, quarterAfter(now, nextDay));

  it("go where the citizen gave an address, in the citizen's language, with the link and nothing of the matter", async () => {
    const booked = await bookForNow();
    const invited = await invite(app, booked, { email: "maria@example.org" });
    expect(await waiting(invited)).to.deep.equal([{ kind: "helper_invited", state: "scheduled" }]);
    const mail = await mailOf(invited);
    expect(mail).to.deep.include({ to: { name: "Maria Janssens", address: "maria@example.org" }, language: "nl" });
    expect(mail!.text).to.include(`/h/${invited.token}`).and.to.include("Els Janssens");
    expect(mail!.text).to.not.match(/Mag mijn zus|Verhuizen|\{\w+\}|undefined/);
    const unmailed = await invite(app, booked);
    expect(await waiting(unmailed)).to.deep.equal([]);
  });
  it("but none any more once withdrawn, cancelled or over", async () => {
    const booked = await bookForNow();
    const [one, other] = [
      await invite(app, booked, { email: "a@example.org" }),
      await invite(app, booked, { email: "b@example.org" }),
    ];
    await withdraw(booked, one);
    expect(await waiting(one)).to.deep.equal([{ kind: "helper_invited", state: "withdrawn" }]);
    expect(await mailOf(one)).to.equal(null);
    expect(await emailOf(one)).to.equal(null);
    expect(await mailOf(other)).to.not.equal(null);
    expect(await mailOf(other, "helper_invited", new Date(booked.startsAt.getTime() + 3 * 3_600_000))).to.equal(null);
    await cancel(booked);
    expect(await mailOf(other)).to.equal(null);
  });
  it("tell whom a mail invited that the appointment was moved, with the new moment and the same link", async () => {
    const booked = await bookForTomorrow();
    const invited = await invite(app, booked, { email: "maria@example.org" });
    const [unmailed, gone] = [await invite(app, booked), await invite(app, booked, { email: "g@example.org" })];
    await withdraw(booked, gone);
    await send(invited);
    const move = async (minutes: number) => {
      const body = { startsAt: quarterAfter(now, nextDay + minutes).toISOString() };
      expect((await app.call("POST", "/api/appointment/move", { bearer: booked.token, body })).status).to.equal(200);
    };
    await move(60);
    await move(60); // the same again: nothing changed, nothing is told
    expect(await waiting(invited)).to.deep.equal([
      { kind: "helper_invited", state: "sent" },
      { kind: "helper_moved", state: "scheduled" },
    ]);
    await move(120);
    expect((await waiting(invited)).map(({ state }: { state: string }) => state)).to.deep.equal([
      ...["sent", "scheduled", "withdrawn"],
    ]);
    expect([await waiting(unmailed), (await waiting(gone)).length]).to.deep.equal([[], 1]);
    const mail = await mailOf(invited, "helper_moved");
    expect(mail!.subject).to.equal(
      "Verplaatst: het gesprek van Els Janssens met Gemeente Voorbeeldegem is nu op dinsdag 24 november 2026 om 12:15 uur",
    );
    expect(mail!.text).to.include("dinsdag 24 november 2026 om 12:15 uur").and.to.include(`/h/${invited.token}`);
  });
  it("tell that it was cancelled, without a link, though the mail server was away; then the address is forgotten", async () => {
    const booked = await bookForTomorrow();
    const invited = await invite(app, booked, { email: "maria@example.org" });
    expect(await mailOf(invited, "helper_cancelled")).to.equal(null);
    await cancel(booked);
    await cancel(booked);
    expect(await waiting(invited)).to.deep.equal([
      { kind: "helper_cancelled", state: "scheduled" },
      { kind: "helper_invited", state: "withdrawn" },
    ]);
    await forgetAt(app.clock.now);
    const mail = await mailOf(invited, "helper_cancelled");
    expect(mail!.text).to.include("gaat niet door").and.to.not.include("/h/");
    await send(invited);
    await forgetAt(app.clock.now);
    expect(await emailOf(invited)).to.equal(null);
  });
  it("and the address stands while a mail to it is tried: the try may fail, and the next one needs it", async () => {
    const booked = await bookForTomorrow();
    const invited = await invite(app, booked, { email: "maria@example.org" });
    await cancel(booked);
    await query(
      `update outbox_message set state = 'sending', leased_until = now() + interval '90 seconds'
       where subject_id = $1 and state = 'scheduled'`,
      [invited.id],
    );
    await forgetAt(app.clock.now);
    expect(await emailOf(invited)).to.equal("maria@example.org");
  });
  it("and the address is kept no longer than it is of use; that there was one, is", async () => {
    const [open, cancelled] = [await bookForNow(), await bookForNow()];
    const { booked: ended } = await calls.inCall();
    const invited = new Map<BookedLink, Invited>();
    for (const [index, one] of [open, cancelled, ended].entries()) {
      await query("delete from rate_limit");
      invited.set(one, await invite(app, one, { email: `a${index}@example.org` }));
    }
    const kept = (one: BookedLink) => emailOf(invited.get(one)!);
    const list = async (one: BookedLink) =>
      (await app.call("GET", "/api/appointment/helpers", { bearer: one.token })).json.helpers;
    await forgetAt(app.clock.now);
    for (const one of invited.keys()) expect(await kept(one)).to.not.equal(null);
    await cancel(cancelled);
    await app.call("POST", `/api/meetings/${ended.meetingId}/end`, { body: {}, jar: calls.begun().clerk });
    for (const one of invited.values()) await send(one);
    await forgetAt(app.clock.now);
    expect([await kept(open), await kept(cancelled), await kept(ended)]).to.deep.equal(["a0@example.org", null, null]);
    // Of the same moment as the other one of that meeting: not by their order.
    const shown = (await list(ended)).find(({ id }: Invited) => id === invited.get(ended)!.id);
    expect(shown).to.include({ isMailed: true, link: null });
    const [{ endsAt }] = await query('select ends_at "endsAt" from appointment where id = $1', [open.id]);
    await forgetAt(new Date(endsAt.getTime() + 3_600_000 - 1));
    expect(await kept(open)).to.equal("a0@example.org");
    await forgetAt(new Date(endsAt.getTime() + 3_600_000));
    expect(await kept(open)).to.equal(null);
    expect((await list(open))[0].isMailed).to.equal(true);
  });
  it("and the link goes on working under a new secret", async () => {
    const booked = await bookForNow();
    const invited = await invite(app, booked, { email: "maria@example.org" });
    const settings = { ...app.config, APP_SECRET: "n".repeat(48) };
    const reseal = (appSecret: string, newAppSecret: string) =>
      app.database.dataSource.transaction((db) => resealLinks({ db }, { appSecret, newAppSecret }, Helper));
    expect((await reseal(app.config.APP_SECRET, settings.APP_SECRET)).resealed).to.be.greaterThan(0);
    const mail = await app.database.dataSource.transaction((db) =>
      composeHelperMail(db, settings, "helper_invited", invited.id, app.clock.now),
    );
    expect(mail!.text).to.include(`/h/${invited.token}`);
    await reseal(settings.APP_SECRET, app.config.APP_SECRET);
  });
});
