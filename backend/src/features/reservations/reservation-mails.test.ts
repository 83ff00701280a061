import { expect } from "chai";
import ICAL from "ical.js";
import type { TestApp } from "../../../test/app.js";
import { startCalls } from "../../../test/calls.js";
import { quarterAfter, reserve, seek } from "../../../test/factories.js";
import { resealLinks } from "../appointments/reseal-links.js";
import { composeReservationMail } from "./compose-reservation-mail.js";
import { InterpreterReservation } from "./interpreter-reservation.entity.js";
import type { ReservationMailKind } from "./reservation.messages.js";

const now = new Date("2026-11-23T09:00:00Z");
const hour = 3_600_000;

describe("the mails of a reserved interpreter", () => {
  const calls = startCalls(now);
  const { query } = calls;
  let app: TestApp;
  let token: string;
  let id: string;
  let startsAt: Date;

  before(() => {
    ({ app } = calls.begun());
  });
  beforeEach(async () => {
    await query("delete from interpreter_reservation");
    await query("delete from interpreter");
    startsAt = quarterAfter(now, 3 * 24 * 60);
    token = await reserve(app, calls.begun().service.id, startsAt);
    [{ id }] = await query("select id from interpreter_reservation");
  });
  afterEach(() => query("delete from appointment"));

  const mailOf = (kind: ReservationMailKind, at = app.clock.now, settings = app.config) =>
    app.database.dataSource.transaction((db) => composeReservationMail(db, settings, kind, id, at));
  const answer = (comes: boolean) => app.call("POST", "/api/reservation/answer", { bearer: token, body: { comes } });
  const eventIn = (content: string) => new ICAL.Component(ICAL.parse(content)).getFirstSubcomponent("vevent")!;
  const fact = (content: string, name: string) => eventIn(content).getFirstPropertyValue(name)?.toString();

  it("ask who, when, how long and which language, with the link; nothing of the matter nor whose it is", async () => {
    const mail = (await mailOf("reservation_asked"))!;
    expect(mail.to).to.deep.equal({ name: "Ayşe Demir", address: "ayse@example.org" });
    expect(mail.subject).to.equal(
      "Kunt u tolken voor Gemeente Voorbeeldegem op donderdag 26 november 2026 om 10:15 uur?",
    );
    for (const part of ["Turks", "Duur: 15 minuten", "om 10:15 uur", `/i/${token}`]) expect(mail.text).to.include(part);
    const all = `${mail.text} ${mail.html} ${mail.subject} ${mail.calendar!.content}`;
    expect(all).to.not.match(/Els|Janssens|zus|Verhuizen|Adres|\{\w+\}|undefined/);
    expect(mail.calendar!.method).to.equal("REQUEST");
    expect(fact(mail.calendar!.content, "status")).to.equal("TENTATIVE");
    expect(eventIn(mail.calendar!.content).getFirstPropertyValue("dtstart")!.toString()).to.equal(
      startsAt.toISOString().replace(".000", ""),
    );
  });
  it("once confirmed: the same entry for the calendar, certain; reminders near their hour; no question any more", async () => {
    const asked = (await mailOf("reservation_asked"))!.calendar!.content;
    expect(await mailOf("reservation_confirmed")).to.equal(null);
    await answer(true);
    const confirmed = (await mailOf("reservation_confirmed"))!.calendar!.content;
    expect([fact(confirmed, "status"), fact(confirmed, "sequence")]).to.deep.equal(["CONFIRMED", "1"]);
    expect(fact(confirmed, "uid")).to.equal(fact(asked, "uid"));
    expect(await mailOf("reservation_asked")).to.equal(null);
    const before = (hours: number) => new Date(startsAt.getTime() - hours * hour);
    expect((await mailOf("reservation_reminder_day", before(24)))!.calendar).to.equal(undefined);
    expect(await mailOf("reservation_reminder_day", before(26))).to.equal(null);
    expect(await mailOf("reservation_reminder_day", before(1))).to.equal(null);
    expect((await mailOf("reservation_reminder_hour", before(1)))!.text).to.include(`/i/${token}`);
    expect(await mailOf("reservation_reminder_hour", before(0))).to.equal(null);
  });
  it("no more wanted: out of the calendar, without the link, and why", async () => {
    expect(await mailOf("reservation_released")).to.equal(null);
    await answer(false);
    const mail = (await mailOf("reservation_released"))!;
    expect(mail.calendar!.method).to.equal("CANCEL");
    expect(mail.text).to.include("U hebt gezegd dat u niet kunt").and.to.not.include("/i/");
    expect(mail.calendar!.content).to.not.include(token.slice(0, 20));
    for (const [state, why] of [
      ["lapsed", "geen antwoord"],
      ["withdrawn", "dat u er dan niet bent, of dat wij u niet meer vragen"],
    ]) {
      await query("update interpreter_reservation set state = $1", [state]);
      expect((await mailOf("reservation_released"))!.text).to.include(why);
    }
    await query("update appointment set status = 'cancelled_by_citizen'");
    expect((await mailOf("reservation_released"))!.text).to.include("verplaatst of gaat niet door");
  });
  it("tell of the end where they asked, when the roster has no address any more; everything else goes there no more", async () => {
    await query("update interpreter set email = null");
    expect(await mailOf("reservation_asked")).to.equal(null);
    await answer(false);
    expect((await mailOf("reservation_released"))!.to.address).to.equal("ayse@example.org");
    await query("update interpreter set email = 'new@example.org'");
    expect((await mailOf("reservation_released"))!.to.address).to.equal("new@example.org");
    app.clock.now = new Date(startsAt.getTime() + hour);
    await seek(app);
    expect(await query("select email from interpreter_reservation")).to.deep.equal([{ email: null }]);
  });
  for (const [language, subject, when] of [
    ["fr", "Pouvez-vous", "novembre"],
    ["de", "Können Sie", "November"],
    ["en", "Can you", "November"],
  ])
    it(`are in the interpreter's language: ${language}, with the page behind the link`, async () => {
      await query("update interpreter set mail_language = $1", [language]);
      const mail = (await mailOf("reservation_asked"))!;
      expect(mail.subject).to.include(subject).and.to.include(when);
      expect(mail.html).to.include(`<html lang="${language}"`);
      expect(mail.text).to.include(`/i/${token}?lang=${language}`);
      expect(mail.text).to.not.match(/\{\w+\}|undefined/);
    });
  it("and the link goes on working under a new secret", async () => {
    const settings = { ...app.config, APP_SECRET: "n".repeat(48) };
    const { resealed } = await app.database.dataSource.transaction((db) =>
      resealLinks(
        { db },
        { appSecret: app.config.APP_SECRET, newAppSecret: settings.APP_SECRET },
        InterpreterReservation,
      ),
    );
    expect(resealed).to.equal(1);
    expect((await mailOf("reservation_asked", app.clock.now, settings))!.text).to.include(`/i/${token}`);
  });
});
