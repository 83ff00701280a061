import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { guestsPerMeeting } from "@balie/contract/company";
import { openDialIns } from "@balie/contract/dial-in";
import { expect } from "chai";
import { pino } from "pino";
import { type CookieJar, startTestApp, type TestApp } from "../../../test/app.js";
import { code, type InCall, startCalls } from "../../../test/calls.js";
import { buildMunicipality, colleague, signIn } from "../../../test/factories.js";
import { type KeeperStandIn, startKeeperStandIn } from "../../../test/keeper-stand-in.js";
import { hashPin } from "../appointments/citizen-pin.js";
import { announceGuest } from "../meetings/announce-guest.js";
import { hearRoomEvent, reconcileRooms } from "../meetings/hear-rooms.js";
import { lockMeeting } from "../meetings/load-meeting.js";
import { clearDialIns } from "./clear-dial-ins.js";
import { hearDialIns } from "./hear-dial-ins.js";
import { expectedSeconds } from "./is-expecting.js";
import { pinOf } from "./pin.js";

const now = new Date("2026-11-23T09:00:00Z");
const number = "+32 9 123 45 67";
const secret = "v".repeat(48);
const minute = 60_000;
const unknown = "404 pin_unknown";

describe("a dial-in", () => {
  const environment: NodeJS.ProcessEnv = { DIAL_IN_NUMBER: number, DIAL_IN_SECRET: secret };
  let prosody: KeeperStandIn;
  before(async () => {
    prosody = await startKeeperStandIn("c".repeat(40));
    environment["COUNTER_CONTROL_URL"] = prosody.url;
  });
  const calls = startCalls(now, environment);
  const { query, inCall, waiting } = calls;
  let app: TestApp;
  let clerk: CookieJar;

  before(() => {
    ({ app, clerk } = calls.begun());
  });
  after(() => prosody.stop());
  beforeEach(async () => {
    prosody.commanded.length = 0;
    prosody.answer = { status: 200, body: {} };
    await query("delete from pin_miss");
  });

  const request = (changes: object = {}) => ({
    ...{ requestId: randomUUID(), role: "interpreter", name: "Ayşe Demir", language: "tr" },
    ...changes,
  });
  const pathOf = ({ booked }: InCall) => `/api/meetings/${booked.meetingId}/dial-in`;
  const allow = (meeting: InCall, body: object = request(), jar = clerk) =>
    app.call("POST", pathOf(meeting), { jar, body });
  const list = (meeting: InCall, jar = clerk) => app.call("GET", pathOf(meeting), { jar });
  const withdraw = (meeting: InCall, id: string, jar = clerk) =>
    app.call("POST", `${pathOf(meeting)}/${id}/withdrawal`, { jar, body: {} });
  const end = ({ booked }: InCall) =>
    app.call("POST", `/api/meetings/${booked.meetingId}/end`, { jar: clerk, body: {} });
  let callers = 0;
  const newCaller = () => `+3247${1_000_000 + ++callers}`;
  /** The voice menu asks. Each caller has another number, unless one is named. */
  const type = (pin: string, caller: string | null = newCaller(), authorization = `Bearer ${secret}`) =>
    app.call("POST", "/api/dial-in", {
      body: caller === null ? { pin } : { pin, caller },
      headers: { Authorization: authorization },
    });
  const allowed = async (changes: object = {}): Promise<{ meeting: InCall; id: string; pin: string }> => {
    // Several meetings of one test begin at several times; their PINs are of one.
    app.clock.now = now;
    const meeting = await inCall();
    app.clock.now = new Date(now.getTime() + 240 * minute);
    const answer = await allow(meeting, request(changes));
    expect(answer.status, answer.text).to.equal(201);
    return { meeting, id: answer.json.id, pin: answer.json.pin };
  };
  /** Whoever has that PIN does not. */
  const wrong = (pin: string, step = 1) => String((Number(pin) + step) % 1e8).padStart(8, "0");
  const peopleOf = async ({ booked }: InCall): Promise<any[]> => {
    const queue = await app.call("GET", "/api/queue", { jar: clerk });
    return queue.json.entries.find(({ meetingId }: any) => meetingId === booked.meetingId).people;
  };
  const roomOf = async ({ booked }: InCall): Promise<string> =>
    (await query("select room from meeting where id = $1", [booked.meetingId]))[0].room;
  const guestState = async (id: string): Promise<string> =>
    (await query("select state from guest where id = $1", [id]))[0]?.state;

  describe("is allowed by the clerk who leads", () => {
    it("with a PIN of eight digits, the number and its end, and stands in the list without its PIN", async () => {
      const meeting = await inCall();
      const answer = await allow(meeting);
      expect(answer.status).to.equal(201);
      expect(answer.json).to.include({
        role: "interpreter",
        name: "Ayşe Demir",
        language: "tr",
        state: "open",
        number,
      });
      expect(answer.json.pin).to.match(/^\d{8}$/);
      expect(Date.parse(answer.json.expiresAt) - app.clock.now.getTime()).to.equal(10 * minute);
      const { pin, number: _, ...seen } = answer.json;
      expect((await list(meeting)).json).to.deep.equal({ number, dialIns: [seen] });
    });
    it("and the same request again tells the same PIN, until it opens nothing any more", async () => {
      const meeting = await inCall();
      const body = request();
      const [first, second] = await Promise.all([allow(meeting, body), allow(meeting, body)]);
      expect(second.json).to.deep.equal(first.json);
      expect((await list(meeting)).json.dialIns).to.have.length(1);
      await withdraw(meeting, first.json.id);
      expect(code(await allow(meeting, body))).to.equal("410 dial_in_over");
    });
    it("and by nobody else: another clerk of the counter, before admission, after the end", async () => {
      const meeting = await inCall();
      const karim = await signIn(app, colleague);
      expect(code(await allow(meeting, request(), karim))).to.equal("403 forbidden");
      expect(code(await list(meeting, karim))).to.equal("403 forbidden");
      expect(code(await withdraw(meeting, randomUUID(), karim))).to.equal("403 forbidden");
      expect(code(await allow(await waiting()))).to.equal("409 meeting_not_in_progress");
      await end(meeting);
      expect(code(await allow(meeting))).to.equal("410 meeting_ended");
    });
    it("and for an interpreter with a language, for a helper without", async () => {
      const meeting = await inCall();
      for (const changes of [{ language: null }, { role: "helper" }, { role: "colleague" }, { name: "A\nB" }])
        expect(code(await allow(meeting, request(changes)))).to.equal("422 invalid_input");
      expect((await allow(meeting, request({ role: "helper", language: null }))).status).to.equal(201);
    });
    it("to three at once, and one who is over leaves their place", async () => {
      const meeting = await inCall();
      const ids: string[] = [];
      for (let n = 0; n < openDialIns; n++) ids.push((await allow(meeting)).json.id);
      expect(code(await allow(meeting))).to.equal("409 dial_ins_full");
      await withdraw(meeting, ids[0]!);
      expect((await allow(meeting)).status).to.equal(201);
      app.clock.now = new Date(app.clock.now.getTime() + 10 * minute);
      expect((await allow(meeting)).status).to.equal(201);
      const states = (await list(meeting)).json.dialIns.map(({ state }: any) => state);
      expect(states.sort()).to.deep.equal(["expired", "expired", "expired", "open", "withdrawn"]);
    });
    it("and not beyond what the room holds", async () => {
      const meeting = await inCall();
      await app.database.dataSource.transaction(async (db) => {
        const locked = await lockMeeting(db, meeting.booked.meetingId);
        for (let n = 1; n < guestsPerMeeting; n++)
          await announceGuest(db, locked, { role: "colleague", name: `Gast ${n}` }, app.clock.now);
      });
      expect((await allow(meeting)).status).to.equal(201);
      expect(code(await allow(meeting))).to.equal("409 company_full");
    });
    it("with a PIN that no other open one is like, of whatever meeting: the database refuses it", async () => {
      const { id } = await allowed();
      const { id: other } = await allowed();
      const copy = query("update dial_in set pin_hash = (select pin_hash from dial_in where id = $1) where id = $2", [
        id,
        other,
      ]);
      expect(await copy.catch(({ message }: Error) => message)).to.include("dial_in_open_pin");
    });
  });

  describe("is used", () => {
    it("once: the voice menu gets the room, the citizen and the clerk see who comes, and the keeper expects them", async () => {
      const { meeting, id, pin } = await allowed();
      const room = await roomOf(meeting);
      const answer = await type(pin);
      expect(answer.json).to.deep.equal({ headers: { "X-Room-Name": `${room}@muc.meet.jitsi` } });
      const [, , guest] = await peopleOf(meeting);
      expect(guest).to.include({
        userId: id,
        role: "interpreter",
        name: "Ayşe Demir",
        language: "tr",
        isAnnounced: true,
      });
      expect(prosody.commanded).to.deep.equal([
        {
          command: "expect",
          body: { room, call: id, user: { id, name: "Ayşe Demir", role: "interpreter" }, seconds: expectedSeconds },
        },
      ]);
      expect((await list(meeting)).json.dialIns[0]).to.include({ state: "used" });
      expect(code(await type(pin))).to.equal(unknown);
      expect(prosody.commanded).to.have.length(1);
    });
    it("by one of two who type it at the same moment", async () => {
      const { meeting, pin } = await allowed();
      const answers = await Promise.all(Array.from({ length: 4 }, () => type(pin)));
      expect(answers.map(code).sort()).to.deep.equal(["200 undefined", unknown, unknown, unknown]);
      expect(await peopleOf(meeting)).to.have.length(3);
    });
    it("not at all while Prosody gives no word: then it stays open", async () => {
      const { meeting, pin } = await allowed();
      prosody.answer = { status: 409, body: { error: "room_unknown" } };
      const answer = await type(pin);
      expect([code(answer), answer.headers["retry-after"]]).to.deep.equal(["503 unavailable", "10"]);
      expect(await peopleOf(meeting)).to.have.length(2);
      prosody.answer = { status: 200, body: {} };
      expect((await type(pin)).status).to.equal(200);
    });
    it("by one after the other of a meeting: the second waits until the first one's telephone is there", async () => {
      const { meeting, id, pin } = await allowed();
      const second = (await allow(meeting, request({ role: "helper", name: "Teletolk", language: null }))).json;
      expect((await type(pin)).status).to.equal(200);
      const busy = await type(second.pin);
      expect([code(busy), busy.headers["retry-after"]]).to.deep.equal(["429 too_many_requests", "5"]);
      await hears(meeting, "joined", id);
      expect((await type(second.pin)).status).to.equal(200);
    });
    it("of a full meeting not, and stays open", async () => {
      const { meeting, pin } = await allowed();
      await app.database.dataSource.transaction(async (db) => {
        const locked = await lockMeeting(db, meeting.booked.meetingId);
        for (let n = 0; n < guestsPerMeeting; n++)
          await announceGuest(db, locked, { role: "colleague", name: `Gast ${n}` }, app.clock.now);
      });
      expect(code(await type(pin))).to.equal("409 company_full");
    });
  });

  describe("is refused, always alike", () => {
    it("with a PIN that nobody has, or that is none", async () => {
      const { pin } = await allowed();
      for (const typed of [wrong(pin), "1", "", "0", "'; drop table dial_in", "x".repeat(40)])
        expect(code(await type(typed)), typed).to.equal(unknown);
    });
    it("withdrawn, and withdrawing again changes nothing", async () => {
      const { meeting, id, pin } = await allowed();
      expect((await withdraw(meeting, id)).json).to.include({ id, state: "withdrawn" });
      expect((await withdraw(meeting, id)).status).to.equal(200);
      expect(code(await type(pin))).to.equal(unknown);
    });
    it("used or withdrawn when both come at the same moment, and never both", async () => {
      const { meeting, id, pin } = await allowed();
      const [used, withdrawn] = await Promise.all([type(pin), withdraw(meeting, id)]);
      expect([code(used), withdrawn.json.state]).to.deep.equal(
        used.status === 200 ? ["200 undefined", "used"] : [unknown, "withdrawn"],
      );
    });
    it("expired, to the millisecond", async () => {
      const { pin } = await allowed();
      const at = app.clock.now.getTime();
      app.clock.now = new Date(at + 10 * minute);
      expect(code(await type(pin))).to.equal(unknown);
      app.clock.now = new Date(at + 10 * minute - 1);
      expect((await type(pin)).status).to.equal(200);
    });
    it("after the end of the meeting", async () => {
      const { meeting, pin } = await allowed();
      await end(meeting);
      expect(code(await type(pin))).to.equal(unknown);
    });
    it("before admission, should there be one: a meeting that only waits lets nobody in", async () => {
      const { meeting, pin } = await allowed();
      await query("update meeting set status = 'waiting' where id = $1", [meeting.booked.meetingId]);
      expect(code(await type(pin))).to.equal(unknown);
    });
    it("at another meeting: a PIN leads to its own room alone, and is withdrawn there alone", async () => {
      const one = await allowed();
      const two = await allowed();
      expect(code(await withdraw(two.meeting, one.id))).to.equal("404 not_found");
      const room = await roomOf(one.meeting);
      expect((await type(one.pin)).json.headers["X-Room-Name"]).to.equal(`${room}@muc.meet.jitsi`);
      expect(await peopleOf(two.meeting)).to.have.length(2);
    });
    it("after a rotation of the application secret: open PINs are void", async () => {
      const meeting = await inCall();
      const body = request();
      const { pin, id } = (await allow(meeting, body)).json;
      const before = app.config.APP_SECRET;
      app.config.APP_SECRET = "n".repeat(48);
      try {
        expect(code(await type(pin))).to.equal(unknown);
        expect(code(await type(pinOf(app.config.APP_SECRET, id)))).to.equal(unknown);
      } finally {
        app.config.APP_SECRET = before;
      }
    });
  });

  describe("the voice menu", () => {
    it("is known by its secret alone: missing, wrong, another scheme, a clerk's cookie", async () => {
      const { pin } = await allowed();
      for (const authorization of [
        "",
        `Bearer ${"w".repeat(48)}`,
        "Bearer ",
        `Basic ${secret}`,
        secret,
        `bearer ${secret}`,
      ])
        expect(code(await type(pin, newCaller(), authorization)), authorization).to.equal("401 unauthenticated");
      const asClerk = await app.call("POST", "/api/dial-in", { jar: clerk, body: { pin } });
      expect(code(asClerk)).to.equal("401 unauthenticated");
      expect((await type(pin)).status).to.equal(200);
    });
    it("is no browser: it says nothing of where it comes from", async () => {
      const { pin } = await allowed();
      const answer = await fetch(`${app.url}/api/dial-in`, {
        method: "POST",
        headers: { Authorization: `Bearer ${secret}`, "Content-Type": "application/json" },
        body: JSON.stringify({ pin }),
      });
      expect(answer.status).to.equal(200);
    });
    it("of Asterisk asks by our script: the room for the right PIN, why not for another, and where a citizen waits", async () => {
      const { meeting, pin } = await allowed();
      const settings = join(mkdtempSync(join(tmpdir(), "balie-voice-menu-")), "balie.curl");
      writeFileSync(settings, `url = "${app.url}/api/dial-in"\nheader = "Authorization: Bearer ${secret}"\n`);
      const script = resolve(import.meta.dirname, "../../../../appliance/voice-menu/balie-pin");
      const ask = async (typed: string, second = newCaller(), ...rest: string[]): Promise<Record<string, string>> => {
        const asked = promisify(execFile)(script, [typed, second, ...rest], {
          env: { ...process.env, BALIE_CURL: settings },
        });
        asked.child.stdin!.end(`agi_request: balie-pin\nagi_callerid: 470123456\n\n${"200 result=1\n".repeat(8)}`);
        return Object.fromEntries((await asked).stdout.trim().split("\n").map(readVariable));
      };
      const readVariable = (line: string) => /^SET VARIABLE BALIE_([A-Z]+) "([^"]*)"$/.exec(line)!.slice(1, 3);
      const nothing = { PLACE: "", POSITION: "", SAY: "", LANGUAGE: "", TICKET: "", AGAIN: "" };
      const setTo = (room: string, status: string) => ({ ...nothing, ROOM: room, STATUS: status });
      expect(await ask(wrong(pin))).to.deep.equal(setTo("", "404"));
      expect(await ask(`${pin}#`)).to.deep.equal(setTo(`${await roomOf(meeting)}@muc.meet.jitsi`, "200"));
      expect(await ask(pin)).to.deep.equal(setTo("", "404"));

      app.clock.now = now;
      await query("update meeting set status = 'ended', ended_at = $1 where status = 'waiting'", [now]);
      const booked = await calls.bookForNow();
      const { pin: citizens } = (
        await app.call("POST", `/api/meetings/${booked.meetingId}/citizen-pin`, { jar: clerk, body: {} })
      ).json;
      expect(await ask(citizens)).to.deep.equal(setTo("", "409"));
      const waits = await ask(citizens, newCaller(), "wait");
      expect(waits).to.include({ ROOM: "", PLACE: "queue", POSITION: "1", LANGUAGE: "nl", AGAIN: "5", STATUS: "200" });
      expect(waits["SAY"]).to.equal("U bent de volgende. Blijf aan de lijn. U hoeft niets te doen.");
      expect(await ask("again", waits["TICKET"]!)).to.deep.equal(waits);
      expect(await ask("gone", waits["TICKET"]!)).to.deep.equal(setTo("", "200"));

      writeFileSync(settings, 'url = "http://127.0.0.1:1/api/dial-in"\n');
      expect(await ask(pin)).to.deep.equal(setTo("", "000"));
    });
    it("is nowhere without a number: the address is unknown, and clerks are told that nobody can dial in", async () => {
      const without = await startTestApp(now, { DIAL_IN_SECRET: secret });
      try {
        await buildMunicipality(without.database.dataSource);
        const ask = {
          body: { pin: "12345678" },
          headers: { Authorization: `Bearer ${secret}` },
        };
        expect(code(await without.call("POST", "/api/dial-in", ask))).to.equal("404 not_found");
        const jar = await signIn(without);
        const body = request();
        expect(code(await without.call("POST", `/api/meetings/${randomUUID()}/dial-in`, { jar, body }))).to.equal(
          "409 dial_in_unavailable",
        );
        expect(
          code(await without.call("POST", `/api/meetings/${randomUUID()}/citizen-pin`, { jar, body: {} })),
        ).to.equal("409 dial_in_unavailable");
      } finally {
        await without.stop();
      }
    });
  });

  describe("guessing", () => {
    it("ends for one caller after five misses, also with the right PIN, and others go on", async () => {
      const { pin } = await allowed();
      const caller = newCaller();
      for (let n = 1; n <= 5; n++) expect(code(await type(wrong(pin, n), caller))).to.equal(unknown);
      const held = await type(pin, caller);
      expect([code(held), held.headers["retry-after"]]).to.deep.equal(["429 too_many_requests", "600"]);
      expect(code(await type(pin, `${caller.slice(0, 3)} ${caller.slice(3)}`))).to.equal("429 too_many_requests");
      expect((await type(pin)).status).to.equal(200);
    });
    it("ends for all who withhold their number together", async () => {
      const { pin } = await allowed();
      for (let n = 1; n <= 5; n++) await type(wrong(pin, n), null);
      expect(code(await type(pin, null))).to.equal("429 too_many_requests");
      expect((await type(pin)).status).to.equal(200);
    });
    it("ends for everybody after ten misses in ten minutes, for a quarter of an hour", async () => {
      const { meeting, pin } = await allowed();
      for (let n = 1; n <= 10; n++) expect(code(await type(wrong(pin, n)))).to.equal(unknown);
      const locked = await type(pin);
      expect([code(locked), locked.headers["retry-after"]]).to.deep.equal(["429 too_many_requests", "900"]);
      app.clock.now = new Date(app.clock.now.getTime() + 15 * minute - 1);
      expect(code(await type(pin))).to.equal("429 too_many_requests");
      app.clock.now = new Date(app.clock.now.getTime() + 1);
      const { pin: another } = (await allow(meeting)).json;
      expect((await type(another)).status).to.equal(200);
    });
    it("by thirty at the same moment is no more than ten tries", async () => {
      const { pin } = await allowed();
      const answers = await Promise.all(Array.from({ length: 30 }, (_, n) => type(wrong(pin, n + 1))));
      expect(answers.filter((answer) => code(answer) === unknown)).to.have.length(10);
      expect(await query("select 1 from pin_miss")).to.have.length(10);
    });
    it("is bounded beside that: sixty questions a minute, the voice menu's own address", async () => {
      await query("delete from rate_limit");
      for (let n = 0; n < 60; n++) await type("x");
      expect(code(await type("x"))).to.equal("429 too_many_requests");
    });
  });

  it("that opens nothing is logged as a warning, without PIN and number", async () => {
    const lines: string[] = [];
    const log = pino({ level: "warn" }, { write: (line) => lines.push(line) });
    const other = await startTestApp(now, environment, log);
    const headers = { Authorization: `Bearer ${secret}` };
    const body = { pin: "87654321", caller: "+32470999888" };
    expect(code(await other.call("POST", "/api/dial-in", { body, headers }))).to.equal(unknown);
    await other.stop();
    expect(lines.map((line) => JSON.parse(line).msg)).to.deep.equal(["a PIN was typed that opens nothing"]);
    expect(lines.join()).to.not.match(/87654321|470999888/);
  });

  let seq = 0;
  const boot = `dial-in-${randomUUID()}`;
  /** What Prosody tells of a telephone. @returns how many orders to put it out that made. */
  async function hears(meeting: InCall, event: "joined" | "left" | "boot", user: string): Promise<number> {
    const room = await roomOf(meeting);
    await app.database.dataSource.transaction(async (db) => {
      const context = { db, actor: { kind: "anyone" as const }, now: app.clock.now };
      if (seq === 0) await hearRoomEvent(context, { boot, seq: ++seq, event: "boot" }, hearDialIns);
      if (event === "boot") seq = 0;
      const occupant = { nick: user.slice(0, 8), user, phone: { call: user, direction: "in" as const } };
      const told =
        event === "boot" ? { boot: randomUUID(), seq: 1, event } : { boot, seq: ++seq, event, room, occupant };
      await hearRoomEvent(context, told, hearDialIns);
    });
    const orders = await query("select 1 from room_order where room = $1 and user_id = $2", [room, user]);
    return orders.length;
  }

  describe("somebody on the telephone", () => {
    it("is let be in the room while the citizen is being told, and is in with their telephone", async () => {
      for (const role of ["interpreter", "helper"]) {
        const { meeting, id, pin } = await allowed({ role, language: role === "helper" ? null : "tr" });
        await type(pin);
        expect(await hears(meeting, "joined", id)).to.equal(0);
        expect((await peopleOf(meeting))[2]).to.include({ userId: id, isAnnounced: false });
      }
    });
    it("that did not dial in is put out, with whatever id", async () => {
      const { meeting, id } = await allowed();
      expect(await hears(meeting, "joined", id)).to.equal(1);
      expect(await hears(meeting, "joined", randomUUID())).to.equal(1);
      const other = await allowed();
      await type(other.pin);
      expect(await hears(meeting, "joined", other.id)).to.equal(1);
    });
    it("leaves, and comes back by another PIN alone", async () => {
      const { meeting, id, pin } = await allowed();
      await type(pin);
      await hears(meeting, "joined", id);
      await hears(meeting, "left", id);
      expect(await guestState(id)).to.equal("left");
      expect(code(await type(pin))).to.equal(unknown);
      expect(await hears(meeting, "joined", id)).to.equal(2);
    });
    it("is put out by the clerk as every guest, also before they are there", async () => {
      const { meeting, id, pin } = await allowed();
      await type(pin);
      const removal = `/api/meetings/${meeting.booked.meetingId}/guests/${id}/removal`;
      expect((await app.call("POST", removal, { jar: clerk, body: {} })).json.people).to.have.length(2);
      expect(await hears(meeting, "joined", id)).to.equal(2);
      expect(await guestState(id)).to.equal("removed");
    });
    it("is out with the end of the meeting", async () => {
      const { meeting, id, pin } = await allowed();
      await type(pin);
      await end(meeting);
      expect(await hears(meeting, "joined", id)).to.equal(1);
    });
    it("has left when Prosody started anew, or no longer lists them", async () => {
      const [one, two, stays] = [await allowed(), await allowed(), await allowed()];
      for (const { meeting, id, pin } of [one, two, stays]) {
        await type(pin);
        await hears(meeting, "joined", id);
      }
      const listed = { room: await roomOf(stays.meeting), occupants: [{ nick: "a", user: stays.id }] };
      await app.database.dataSource.transaction((db) =>
        reconcileRooms(db, app.clock.now, { boot, seq, rooms: [listed] }, hearDialIns),
      );
      expect([await guestState(one.id), await guestState(stays.id)]).to.deep.equal(["left", "admitted"]);
      await hears(stays.meeting, "boot", stays.id);
      expect(await guestState(stays.id)).to.equal("left");
    });
    it("is there when only Prosody's list tells so", async () => {
      const { meeting, id, pin } = await allowed();
      await type(pin);
      const listed = {
        room: await roomOf(meeting),
        occupants: [
          { nick: "a", user: id },
          { nick: "b", user: "no id" },
        ],
      };
      await app.database.dataSource.transaction((db) =>
        reconcileRooms(db, app.clock.now, { boot, seq, rooms: [listed] }, hearDialIns),
      );
      expect(await guestState(id)).to.equal("admitted");
    });
  });

  describe("the worker's round", () => {
    const clear = (at: Date) => app.database.dataSource.transaction((db) => clearDialIns(db, at));
    const after = (ms: number) => new Date(app.clock.now.getTime() + ms);

    it("closes PINs whose time is over, and not before", async () => {
      const { meeting } = await allowed();
      const stored = async () =>
        (await query("select state, pin_hash from dial_in where meeting_id = $1", [meeting.booked.meetingId]))[0];
      await clear(after(10 * minute - 1));
      expect(await stored()).to.include({ state: "open" });
      await clear(after(10 * minute));
      expect(await stored()).to.deep.equal({ state: "expired", pin_hash: null });
    });
    it("takes the guest back whose telephone never came, and lets be who is there", async () => {
      const never = await allowed();
      const there = await allowed();
      for (const { pin } of [never, there]) await type(pin);
      await hears(there.meeting, "joined", there.id);
      await clear(after(expectedSeconds * 1_000 - 1));
      expect(await guestState(never.id)).to.equal("announced");
      await clear(after(expectedSeconds * 1_000));
      expect([await guestState(never.id), await guestState(there.id)]).to.deep.equal(["left", "admitted"]);
    });
    it("forgets misses once they hold nobody back", async () => {
      await type("1234");
      await clear(after(25 * minute));
      expect(await query("select 1 from pin_miss")).to.have.length(1);
      await clear(after(25 * minute + 1));
      expect(await query("select 1 from pin_miss")).to.have.length(0);
    });
  });

  it("is kept nowhere by its PIN or the caller's number: not in the database", async () => {
    const { pin, id } = await allowed();
    const caller = newCaller();
    await type(wrong(pin), caller);
    const [{ rows }] = await query(
      "select (select string_agg(d::text, '') from dial_in d) || (select string_agg(m::text, '') from pin_miss m) rows",
    );
    expect(rows).to.include(id).and.not.include(pin).and.not.include(caller);
    const [{ pin_hash }] = await query("select pin_hash from dial_in where id = $1", [id]);
    expect(pin_hash).to.deep.equal(hashPin(app.config.APP_SECRET, pin));
  });
});
