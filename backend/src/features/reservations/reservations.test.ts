import { randomUUID } from "node:crypto";
import type { InterpreterInput } from "@balie/contract/interpreters";
import { expect } from "chai";
import type { TestApp } from "../../../test/app.js";
import { code, startCalls } from "../../../test/calls.js";
import {
  admit,
  arrive,
  type BookedLink,
  book,
  colleague,
  interpreterOf,
  quarterAfter,
  reservationTokenOf,
  seek,
  signIn,
  signInAsAdministrator,
} from "../../../test/factories.js";
import { unsealToken } from "../../platform/tokens.js";
import { Interpreter } from "../interpreters/interpreter.entity.js";
import { InterpreterRequest } from "../interpreting/interpreter-request.entity.js";
import { loadSpeakers } from "../interpreting/load-speakers.js";
import { forgetReservations } from "./forget-reservations.js";

/** A Monday, 10:00 in Brussels. */
const now = new Date("2026-11-23T09:00:00Z");
const minute = 60_000;
const day = 24 * 60;

describe("an interpreter reserved ahead", () => {
  const calls = startCalls(now, { SIP_URI: "balie@pbx.example.org" });
  const { query } = calls;
  let app: TestApp;
  let next = 0;

  before(() => {
    ({ app } = calls.begun());
  });
  beforeEach(async () => {
    await query("delete from interpreter_reservation");
    await query("delete from interpreter");
    await query("delete from appointment");
  });

  /** On the roster, in this order. */
  const setRoster = async (...people: Partial<InterpreterInput>[]) => {
    for (const [index, one] of people.entries())
      await app.database.dataSource.getRepository(Interpreter).save(
        interpreterOf({
          ...{ name: `Tolk ${index + 1}`, address: `+3247000000${index}`, rank: index + 1 },
          ...{ email: `tolk${index + 1}@example.org`, ...one },
        }),
      );
  };
  const need = (minutes: number, language: string | null = "tr") =>
    book(app, calls.begun().service.id, quarterAfter(now, minutes + 15 * Math.floor(next++ / 8)), {
      interpreterLanguage: language,
    });
  /** So near that its waiting room opens in half an hour, and somebody can just be asked. */
  const bookForNow = (changes: object) => book(app, calls.begun().service.id, quarterAfter(now, 45), changes);
  const bookAt = (at: Date) => book(app, calls.begun().service.id, at, { interpreterLanguage: "tr" });
  const rows = async ({ id }: BookedLink): Promise<string[]> =>
    (
      await query(
        `select i.name || ' ' || v.state "row" from interpreter_reservation v join interpreter i on i.id = v.interpreter_id
         where v.appointment_id = $1 order by v.asked_at, i.rank`,
        [id],
      )
    ).map(({ row }: { row: string }) => row);
  const mails = async (name: string): Promise<string[]> =>
    (
      await query(
        `select o.kind || ' ' || o.state mail from outbox_message o join interpreter_reservation v on v.id = o.subject_id
         join interpreter i on i.id = v.interpreter_id where i.name = $1 order by o.due_at, o.kind`,
        [name],
      )
    ).map(({ mail }: { mail: string }) => mail);
  const sendAll = () =>
    query("update outbox_message set state = 'sent', sent_at = now() where state = 'scheduled' and due_at <= $1", [
      app.clock.now,
    ]);
  const tokenIn = async (state: string): Promise<string> => {
    const [{ sealed }] = await query("select link_sealed sealed from interpreter_reservation where state = $1", [
      state,
    ]);
    return unsealToken(app.config.APP_SECRET, sealed);
  };
  const answer = (token: string, comes: boolean) =>
    app.call("POST", "/api/reservation/answer", { bearer: token, body: { comes } });
  const open = (token: string) => app.call("GET", "/api/reservation", { bearer: token });
  const entryOf = async ({ meetingId }: BookedLink) => {
    const { json } = await app.call("GET", "/api/queue", { jar: calls.begun().clerk });
    return json.entries.find((entry: { meetingId: string }) => entry.meetingId === meetingId);
  };
  const listed = async (jar = calls.begun().clerk) => (await app.call("GET", "/api/reservations", { jar })).json;

  it("is told at booking: the citizen and the clerk see the need, and nothing else is asked for", async () => {
    const booked = await need(60, "vgt");
    const plain = await need(60, null);
    const view = await app.call("GET", "/api/appointment", { bearer: booked.token });
    expect(view.json).to.include({ interpreterLanguage: "vgt" });
    expect(view.json.interpreterLanguageName.nl).to.equal("Vlaamse Gebarentaal");
    expect((await entryOf(booked)).interpreter).to.deep.equal({ language: "vgt", standing: "seeking", name: null });
    expect((await entryOf(plain)).interpreter).to.equal(null);
    await seek(app);
    expect((await entryOf(booked)).interpreter.standing).to.equal("nobody");
    expect(await rows(plain)).to.deep.equal([]);
  });

  it("is asked by mail in order of rank, confirms with a click, and is reminded twice", async () => {
    await setRoster({}, {});
    const booked = await need(3 * day);
    await seek(app);
    await seek(app);
    expect(await rows(booked)).to.deep.equal(["Tolk 1 asked"]);
    expect(await mails("Tolk 1")).to.deep.equal(["reservation_asked scheduled"]);
    const token = await reservationTokenOf(app, booked);
    const opened = await open(token);
    expect(opened.json).to.include({ name: "Tolk 1", state: "asked", language: "tr", isOver: false });
    expect(JSON.stringify(opened.json)).to.not.match(/Els|zus|Verhuizen|\+3247/);
    // Opening changed nothing: mail scanners do it.
    expect(await rows(booked)).to.deep.equal(["Tolk 1 asked"]);
    expect((await answer(token, true)).json.state).to.equal("confirmed");
    expect((await answer(token, true)).json.state).to.equal("confirmed");
    expect(await mails("Tolk 1")).to.deep.equal([
      ...["reservation_asked scheduled", "reservation_confirmed scheduled"],
      ...["reservation_reminder_day scheduled", "reservation_reminder_hour scheduled"],
    ]);
    expect((await listed()).appointments).to.deep.include.members([
      {
        ...{ appointmentId: booked.id, language: "tr", standing: "confirmed", name: "Tolk 1" },
        ...{ citizenName: "Els Janssens", startsAt: booked.startsAt.toISOString() },
        ...{
          endsAt: (await listed()).appointments[0].endsAt,
          serviceName: (await listed()).appointments[0].serviceName,
        },
      },
    ]);
  });

  it("declines, and the next one is asked; then nobody is left, which is seen", async () => {
    await setRoster({}, {});
    const booked = await need(60);
    await seek(app);
    await sendAll();
    const first = await reservationTokenOf(app, booked);
    expect((await answer(first, false)).json.state).to.equal("declined");
    expect(await mails("Tolk 1")).to.deep.equal(["reservation_asked sent", "reservation_released scheduled"]);
    await seek(app);
    expect(await rows(booked)).to.deep.equal(["Tolk 1 declined", "Tolk 2 asked"]);
    expect((await entryOf(booked)).interpreter).to.deep.equal({ language: "tr", standing: "asked", name: "Tolk 2" });
    expect(code(await answer(first, true))).to.equal("410 reservation_over");
    await answer(await reservationTokenOf(app, booked), false);
    await seek(app);
    expect((await entryOf(booked)).interpreter).to.deep.equal({ language: "tr", standing: "nobody", name: null });
    // Somebody new on the roster is found, but not before a while.
    await setRoster({ name: "Nieuw", address: "+32471000000", rank: 9 });
    await seek(app);
    expect((await entryOf(booked)).interpreter.standing).to.equal("nobody");
    app.clock.now = new Date(now.getTime() + 10 * minute);
    await seek(app);
    expect((await entryOf(booked)).interpreter.name).to.equal("Nieuw");
  });

  it("may decline after all until the start, and not any more from then on", async () => {
    await setRoster({}, {});
    const booked = await need(2 * day);
    await seek(app);
    const token = await reservationTokenOf(app, booked);
    await answer(token, true);
    expect((await answer(token, false)).json.state).to.equal("declined");
    expect((await mails("Tolk 1")).filter((mail) => mail.includes("reminder"))).to.deep.equal([
      ...["reservation_reminder_day withdrawn", "reservation_reminder_hour withdrawn"],
    ]);
    await seek(app);
    const second = await reservationTokenOf(app, booked);
    await answer(second, true);
    app.clock.now = booked.startsAt;
    expect(code(await answer(second, false))).to.equal("410 reservation_over");
    expect((await open(second)).json.isOver).to.equal(true);
    app.clock.now = new Date(booked.startsAt.getTime() + 9 * day * minute);
    expect(code(await open(second))).to.equal("410 reservation_over");
    expect(code(await open("a".repeat(43)))).to.equal("404 link_unknown");
  });

  it("who does not answer within a day is let be, and within half of the time that is left", async () => {
    await setRoster({}, {});
    const [far, near] = [await need(5 * day), await need(120)];
    await seek(app);
    const asked = await query("select answer_by from interpreter_reservation order by answer_by");
    const nearBy: Date = asked[0].answer_by;
    expect(nearBy.getTime() - now.getTime()).to.equal((near.startsAt.getTime() - now.getTime()) / 2);
    expect(asked[1].answer_by.getTime() - now.getTime()).to.equal(day * minute);
    await sendAll();
    app.clock.now = new Date(nearBy.getTime() - 1);
    await seek(app);
    expect(await rows(near)).to.have.lengthOf(1);
    app.clock.now = nearBy;
    await seek(app);
    expect(await rows(near)).to.deep.equal(["Tolk 1 lapsed", "Tolk 2 asked"]);
    expect(await mails("Tolk 1")).to.include("reservation_released scheduled");
    expect(await rows(far)).to.deep.equal(["Tolk 1 asked"]);
    expect(code(await answer(await tokenIn("lapsed"), true))).to.equal("410 reservation_over");
  });

  it("is only who can: an address of mail, the language, at work then, not away, an allowed number, free, active", async () => {
    await setRoster(
      { name: "Geen mail", email: null },
      { name: "Andere taal", languages: ["ar"] },
      { name: "Andere uren", hours: [{ days: [1], from: "08:00", until: "12:00" }] },
      { name: "Te kort", hours: [{ days: [2], from: "00:00", until: "10:05" }] },
      { name: "Weg", awayFrom: "2026-11-24", awayUntil: "2026-11-24" },
      { name: "Verboden", address: "+1212555000" },
      { name: "Niet actief", isActive: false },
      { name: "Goed", languages: ["ar", "tr"], hours: [{ days: [2], from: "09:00", until: "17:00" }] },
    );
    // Tuesday 10:00 in Brussels.
    const at = new Date("2026-11-24T09:00:00Z");
    const [first, second] = [await bookAt(at), await bookAt(at)];
    await seek(app);
    expect([...(await rows(first)), ...(await rows(second))]).to.deep.equal(["Goed asked"]);
    await query("update interpreter set is_active = false");
    await seek(app);
    expect([...(await rows(first)), ...(await rows(second))]).to.deep.equal(["Goed withdrawn"]);
  });

  it("is let go for days away that come after the yes, on the municipality's clock, and the next one is asked; back again they may be asked anew", async () => {
    await setRoster({}, {});
    // Tuesday 00:15 in Brussels, still Monday by UTC.
    const booked = await bookAt(new Date("2026-11-24T09:00:00Z"));
    await query(
      "update appointment set starts_at = '2026-11-23T23:15:00Z', ends_at = '2026-11-23T23:30:00Z' where id = $1",
      [booked.id],
    );
    await seek(app);
    await sendAll();
    await answer(await tokenIn("asked"), true);
    await sendAll();
    const awayOn = async (from: string | null, until: string | null) => {
      await query("update interpreter set away_from = $1, away_until = $2 where name = 'Tolk 1'", [from, until]);
      await seek(app);
      return rows(booked);
    };
    expect(await awayOn(null, "2026-11-23")).to.deep.equal(["Tolk 1 confirmed"]);
    expect(await awayOn("2026-11-25", null)).to.deep.equal(["Tolk 1 confirmed"]);
    expect(await awayOn("2026-11-24", "2026-11-24")).to.deep.equal(["Tolk 1 withdrawn", "Tolk 2 asked"]);
    expect(await mails("Tolk 1")).to.include("reservation_released scheduled");
    await answer(await tokenIn("asked"), false);
    expect(await awayOn(null, null)).to.have.members(["Tolk 1 withdrawn", "Tolk 2 declined", "Tolk 1 asked"]);
  });

  it("goes after its days, and then who was asked can be taken off the roster for good", async () => {
    await setRoster({});
    const booked = await need(2 * day);
    await seek(app);
    const administrator = await signInAsAdministrator(app);
    const forget = (after: number) => {
      const at = new Date(booked.startsAt.getTime() + after * day * minute);
      return forgetReservations({ db: app.database.dataSource.manager, now: at }, 63);
    };
    await forget(62);
    expect(await rows(booked)).to.deep.equal(["Tolk 1 asked"]);
    await forget(64);
    expect(await rows(booked)).to.deep.equal([]);
    const [{ id }] = await query("select id from interpreter where name = 'Tolk 1'");
    const left = await app.call("DELETE", `/api/interpreters/${id}`, { jar: administrator });
    expect(left.json.interpreters, left.text).to.deep.equal([]);
  });

  it("is told by mail when the appointment is moved or cancelled, and for the new time sought anew", async () => {
    await setRoster({});
    const booked = await need(2 * day);
    await seek(app);
    await sendAll();
    const first = await reservationTokenOf(app, booked);
    await answer(first, true);
    await sendAll();
    const move = await app.call("POST", "/api/appointment/move", {
      bearer: booked.token,
      body: { startsAt: quarterAfter(now, 3 * day).toISOString() },
    });
    expect(move.status).to.equal(200);
    expect(await rows(booked)).to.deep.equal(["Tolk 1 withdrawn"]);
    expect((await open(first)).json.state).to.equal("withdrawn");
    expect((await mails("Tolk 1")).slice(0, 3)).to.include("reservation_released scheduled");
    await sendAll();
    await seek(app);
    expect(await rows(booked)).to.have.members(["Tolk 1 withdrawn", "Tolk 1 asked"]);
    const second = await reservationTokenOf(app, booked);
    expect(second).to.not.equal(first);
    await sendAll();
    await app.call("POST", "/api/appointment/cancellation", { bearer: booked.token, body: {} });
    await seek(app);
    expect(await rows(booked)).to.deep.equal(["Tolk 1 withdrawn", "Tolk 1 withdrawn"]);
    expect(code(await answer(second, true))).to.equal("410 reservation_over");
    const told = (await mails("Tolk 1")).filter((mail: string) => mail === "reservation_released scheduled");
    expect(told).to.have.length(1);
  });

  it("is not asked for what begins within half an hour: the clerk reads that nobody was found, and phones", async () => {
    await setRoster({});
    const booked = await bookAt(quarterAfter(now, 10));
    await seek(app);
    expect(await rows(booked)).to.deep.equal([]);
    expect((await entryOf(booked)).interpreter.standing).to.equal("nobody");
  });

  it("hears nothing of a change before they were asked", async () => {
    await setRoster({});
    const booked = await need(2 * day);
    await seek(app);
    await app.call("POST", "/api/appointment/cancellation", { bearer: booked.token, body: {} });
    expect(await mails("Tolk 1")).to.deep.equal(["reservation_asked withdrawn"]);
  });

  it("is asked for by one worker at a time, and kept for one appointment at a time", async () => {
    await setRoster({}, {}, {});
    const at = quarterAfter(now, day);
    const all = [await bookAt(at), await bookAt(at), await bookAt(at)];
    await Promise.all([seek(app), seek(app), seek(app)]);
    await seek(app);
    const found = await Promise.all(all.map(rows));
    expect(found.flat().sort()).to.deep.equal(["Tolk 1 asked", "Tolk 2 asked", "Tolk 3 asked"]);
    expect(found.every(({ length }) => length === 1)).to.equal(true);
  });

  it("is rung first in the meeting that they keep free, before whoever stands higher on the roster", async () => {
    const booked = await bookForNow({ interpreterLanguage: "tr" });
    await setRoster({ email: null }, {}, { email: null });
    app.clock.now = now;
    await seek(app);
    await answer(await reservationTokenOf(app, booked), true);
    app.clock.now = new Date(booked.startsAt.getTime() - minute);
    const browser = await arrive(app, booked);
    expect((await entryOf(booked)).interpreter).to.deep.equal({
      language: "tr",
      standing: "confirmed",
      name: "Tolk 2",
    });
    const { clerk } = calls.begun();
    expect((await admit(app, clerk, booked, browser)).status).to.equal(200);
    const order = async (language: string): Promise<string[]> => {
      const { status, json } = await app.call("POST", `/api/meetings/${booked.meetingId}/interpreters`, {
        jar: clerk,
        body: { requestId: randomUUID(), language, callAgain: null },
      });
      expect(status).to.equal(200);
      const db = app.database.dataSource.manager;
      const request = await db.findOneByOrFail(InterpreterRequest, { id: json.id });
      return (await loadSpeakers(db, request, app.clock.now)).map(({ name }) => name);
    };
    expect(await order("tr")).to.deep.equal(["Tolk 2", "Tolk 1", "Tolk 3"]);
    // For another meeting they come last: they may have to be there.
    await query("update interpreter_request set call_again_id = null");
    const [request] = await app.database.dataSource.manager.find(InterpreterRequest);
    const candidates = await loadSpeakers(app.database.dataSource.manager, request!, app.clock.now);
    expect(candidates.map(({ name }) => name)).to.deep.equal(["Tolk 1", "Tolk 3", "Tolk 2"]);
  });

  it("the list of the coming week is for the clerks of that counter", async () => {
    const booked = await need(2 * day);
    await need(8 * day);
    expect(
      (await listed()).appointments.map(({ appointmentId }: { appointmentId: string }) => appointmentId),
    ).to.deep.equal([booked.id]);
    const other = await signIn(app, colleague);
    const { counterId } = (await query('select counter_id "counterId" from appointment where id = $1', [booked.id]))[0];
    await query(
      "delete from clerk_counter where counter_id = $1 and clerk_id = (select id from clerk where email = $2)",
      [...[counterId, colleague.email]],
    );
    expect((await listed(other)).appointments).to.deep.equal([]);
  });
});
