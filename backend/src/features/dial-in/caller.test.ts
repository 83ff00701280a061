import { randomUUID } from "node:crypto";
import { bookAppointmentInput } from "@balie/contract/appointments";
import { expect } from "chai";
import type { CookieJar, TestApp } from "../../../test/app.js";
import { code, startCalls } from "../../../test/calls.js";
import { arrive, bookingOf, colleague, quarterAfter, signIn } from "../../../test/factories.js";
import { type KeeperStandIn, startKeeperStandIn } from "../../../test/keeper-stand-in.js";
import { resealLinks } from "../appointments/reseal-links.js";
import { hearRoomEvent } from "../meetings/hear-rooms.js";
import { leaseSeconds } from "./caller.rules.js";
import { forgetSilentCallers } from "./forget-silent-callers.js";
import { hearDialIns } from "./hear-dial-ins.js";
import { expectedSeconds } from "./is-expecting.js";

const now = new Date("2026-11-23T09:00:00Z");
const number = "+32 9 123 45 67";
const secret = "v".repeat(48);
const minute = 60_000;
const unknown = "404 pin_unknown";

type Booked = { id: string; token: string; meetingId: string; startsAt: Date; pin: string };
type Waits = { booked: Booked; ticket: string };

describe("a citizen without internet", () => {
  const environment: NodeJS.ProcessEnv = { DIAL_IN_NUMBER: number, DIAL_IN_SECRET: secret };
  let prosody: KeeperStandIn;
  before(async () => {
    prosody = await startKeeperStandIn("c".repeat(40));
    environment["COUNTER_CONTROL_URL"] = prosody.url;
  });
  const calls = startCalls(now, environment);
  const { query } = calls;
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
    await query("update meeting set status = 'ended', ended_at = $1 where status in ('waiting', 'in_progress')", [now]);
  });

  let next = 0;
  /** Booked on a day of its own hour, and the clock a minute before its start. */
  const booked = async (changes: object = { dialsIn: true }): Promise<Booked> => {
    app.clock.now = now;
    const startsAt = quarterAfter(now, 240 + 15 * Math.floor(next++ / 8));
    const body = bookingOf(calls.begun().service.id, startsAt, changes);
    const answer = await app.call("POST", "/api/appointments", { body });
    expect(answer.status, answer.text).to.equal(201);
    const { appointment, link } = answer.json;
    app.clock.now = new Date(startsAt.getTime() - minute);
    const { id, meeting, dialIn } = appointment;
    return { id, token: link.split("/a/")[1], meetingId: meeting.id, startsAt, pin: dialIn?.pin };
  };
  const asMenu = (path: string, body: object = {}, authorization = `Bearer ${secret}`) =>
    app.call("POST", path, { body, headers: { Authorization: authorization } });
  let callers = 0;
  const type = (pin: string, canWait = true) =>
    asMenu("/api/dial-in", { pin, caller: `+3247${2_000_000 + ++callers}`, ...(canWait ? { canWait } : {}) });
  const again = (ticket: string) => asMenu(`/api/dial-in/calls/${ticket}`);
  const hangUp = (ticket: string) => asMenu(`/api/dial-in/calls/${ticket}/departure`);
  const waits = async (): Promise<Waits> => {
    const one = await booked();
    const answer = await type(one.pin);
    expect(answer.json, answer.text).to.include({ place: "queue" });
    return { booked: one, ticket: answer.json.ticket };
  };
  const entryOf = async ({ meetingId }: Booked): Promise<any> => {
    const queue = await app.call("GET", "/api/queue", { jar: clerk });
    return queue.json.entries.find((entry: any) => entry.meetingId === meetingId);
  };
  const callerOf = async (one: Booked) => (await entryOf(one)).arrivals.find(({ isByPhone }: any) => isByPhone);
  const asClerk = ({ meetingId }: Booked, path: string, body: object = {}, jar = clerk) =>
    app.call("POST", `/api/meetings/${meetingId}/${path}`, { jar, body });
  const admit = async (one: Booked) => asClerk(one, "admission", { arrivalId: (await callerOf(one)).id });
  const boot = randomUUID();
  let seq = 0;
  const hears = async ({ meetingId }: Booked, event: "boot" | "joined" | "left", user: string, nick = user) => {
    const [{ room }] = await query("select room from meeting where id = $1", [meetingId]);
    const told = { boot, seq: ++seq, event, room, occupant: { nick, user } };
    await app.database.dataSource.transaction((db) =>
      hearRoomEvent({ db, actor: { kind: "anyone" }, now: app.clock.now }, told, hearDialIns),
    );
  };
  /** The clerk's page has come into the room. */
  const clerkComes = async (one: Booked) => hears(one, "joined", (await entryOf(one)).clerk.id);
  before(async () => {
    await app.database.dataSource.transaction((db) =>
      hearRoomEvent({ db, actor: { kind: "anyone" }, now }, { boot, seq: ++seq, event: "boot" }, hearDialIns),
    );
  });
  const inCall = async () => {
    const one = await waits();
    expect((await admit(one.booked)).status).to.equal(200);
    await clerkComes(one.booked);
    const { headers } = (await again(one.ticket)).json;
    const { id: user } = await callerOf(one.booked);
    await hears(one.booked, "joined", user);
    return { ...one, headers, user };
  };
  const later = (ms: number) => {
    app.clock.now = new Date(app.clock.now.getTime() + ms);
  };
  const round = () => app.database.dataSource.transaction((db) => forgetSilentCallers(db, app.clock.now));
  const ordersFor = (user: string | null, { meetingId }: Booked) =>
    query(
      `select 1 from room_order o join meeting m on m.room = o.room where m.id = $1 and o.user_id is not distinct from $2`,
      [meetingId, user],
    );

  describe("has a number and a PIN of their own", () => {
    it("when they say so at booking; nobody else has", async () => {
      const view = (one: Booked) => app.call("GET", "/api/appointment", { bearer: one.token });
      const one = await booked();
      expect((await view(one)).json.dialIn).to.deep.equal({ number, pin: one.pin });
      expect((await view(await booked({}))).json.dialIn).to.equal(null);
      const { requestId: _, ...without } = bookingOf(randomUUID(), now);
      expect(bookAppointmentInput.parse({ requestId: randomUUID(), ...without }).dialsIn).to.equal(false);
    });
    it("in their calendar", async () => {
      const { token, pin } = await booked();
      const file = await app.call("GET", `/a/${token}/afspraak.ics`);
      expect(file.text.replace(/\r\n /g, "")).to.include(`pincode: ${pin.match(/../g)!.join(" ")}`);
    });
    it("made by any clerk of the counter, for an appointment of whomever; the one before opens nothing", async () => {
      const one = await booked();
      const made = await asClerk(one, "citizen-pin", {}, await signIn(app, colleague));
      expect(made.status).to.equal(201);
      expect(made.json.number).to.equal(number);
      expect(made.json.pin).to.match(/^\d{8}$/);
      expect(code(await type(one.pin))).to.equal(unknown);
      expect((await type(made.json.pin)).json.place).to.equal("queue");

      const other = await booked({});
      const first = await asClerk(other, "citizen-pin");
      expect((await type(first.json.pin)).json.place).to.equal("queue");
    });
    it("and none after the end, or once it is cancelled", async () => {
      const { booked: one } = await inCall();
      await asClerk(one, "end");
      expect(code(await asClerk(one, "citizen-pin"))).to.equal("410 meeting_ended");
      const other = await booked();
      await app.call("POST", "/api/appointment/cancellation", { body: {}, bearer: other.token });
      expect(code(await asClerk(other, "citizen-pin"))).to.equal("410 appointment_cancelled");
      expect(code(await asClerk({ ...other, meetingId: randomUUID() }, "citizen-pin"))).to.equal("404 not_found");
    });
    it("still right when they move the appointment, at its new time", async () => {
      const one = await booked();
      app.clock.now = now;
      const startsAt = quarterAfter(now, 24 * 60 + 15 * next);
      const moved = await app.call("POST", "/api/appointment/move", { body: { startsAt }, bearer: one.token });
      expect(moved.json.dialIn).to.deep.equal({ number, pin: one.pin });
      app.clock.now = one.startsAt;
      expect(code(await type(one.pin))).to.equal(unknown);
      app.clock.now = startsAt;
      expect((await type(one.pin)).json.place).to.equal("queue");
    });
    it("still right after a rotation of the application secret", async () => {
      const one = await booked();
      const before = app.config.APP_SECRET;
      const rotate = (appSecret: string, newAppSecret: string) =>
        app.database.dataSource.transaction((db) => resealLinks({ db }, { appSecret, newAppSecret }));
      app.config.APP_SECRET = "n".repeat(48);
      try {
        expect(code(await type(one.pin))).to.equal(unknown);
        await rotate(before, app.config.APP_SECRET);
        expect((await type(one.pin)).json.place).to.equal("queue");
      } finally {
        await rotate(app.config.APP_SECRET, before);
        app.config.APP_SECRET = before;
      }
    });
    it("that leads to them alone: two who would have the same one at the same time come in by neither", async () => {
      const [one, other] = [await booked(), await booked()];
      await query("update appointment set pin_hash = (select pin_hash from appointment where id = $1) where id = $2", [
        one.id,
        other.id,
      ]);
      expect(code(await type(one.pin))).to.equal(unknown);
    });
    it("nor when a guest's is alike", async () => {
      const { booked: one } = await inCall();
      const other = await booked();
      const body = { requestId: randomUUID(), role: "helper", name: "Teletolk", language: null };
      const { id } = (await asClerk(one, "dial-in", body)).json;
      await query("update dial_in set pin_hash = (select pin_hash from appointment where id = $1) where id = $2", [
        other.id,
        id,
      ]);
      expect(code(await type(other.pin))).to.equal(unknown);
    });
    it("kept nowhere: not in the database", async () => {
      const one = await booked();
      await type(one.pin);
      const [{ rows }] = await query(
        "select (select string_agg(a::text, '') from appointment a) || (select string_agg(r::text, '') from arrival r) rows",
      );
      expect(rows).to.include(one.id).and.not.include(one.pin);
    });
  });

  describe("waits in the queue", () => {
    it("like everybody, by telephone, and hears their place", async () => {
      const first = await booked({});
      await arrive(app, first);
      const one = await booked();
      later(1_000);
      const answer = await type(one.pin);
      expect(answer.json).to.include({ place: "queue", askAgainSeconds: 5, language: "nl" });
      expect(answer.json.position).to.equal(2);
      expect(answer.json.say).to.equal("U wacht op uw beurt. Voor u wacht nog één mens. Blijf aan de lijn.");
      const entry = await entryOf(one);
      expect(entry).to.include({ status: "waiting", medium: "video" });
      expect(entry.arrivals[0]).to.include({ state: "waiting", isByPhone: true, isConnected: true, isInCall: false });
      await query("update meeting set status = 'ended', ended_at = now() where id = $1", [first.meetingId]);
      const next = await again(answer.json.ticket);
      expect([next.json.position, next.json.say]).to.deep.equal([
        1,
        "U bent de volgende. Blijf aan de lijn. U hoeft niets te doen.",
      ]);
    });
    it("and not before the waiting room opens: they hear from when on", async () => {
      const one = await booked();
      app.clock.now = new Date(one.startsAt.getTime() - 31 * minute);
      const answer = await type(one.pin);
      expect(answer.json).to.include({ place: "too_early", ticket: null, askAgainSeconds: null });
      expect(answer.json.say).to.match(
        /^U belt te vroeg. U kunt bellen vanaf \d\d:\d\d. Uw afspraak is om \d\d:\d\d.$/,
      );
      expect((await entryOf(one)).arrivals).to.deep.equal([]);
    });
    it("and is like nobody two hours before, and after the waiting room has closed", async () => {
      const one = await booked();
      for (const at of [-121, 76]) {
        app.clock.now = new Date(one.startsAt.getTime() + at * minute);
        expect(code(await type(one.pin)), String(at)).to.equal(unknown);
      }
    });
    it("until they hang up; the same PIN puts them at the end", async () => {
      const { booked: one, ticket } = await waits();
      expect((await hangUp(ticket)).status).to.equal(200);
      expect(await entryOf(one)).to.include({ status: "planned" });
      expect((await hangUp(ticket)).status).to.equal(200);
      later(minute);
      expect((await type(one.pin)).json.place).to.equal("queue");
      expect((await callerOf(one)).arrivedAt).to.equal(app.clock.now.toISOString());
    });
    it("until the voice menu asks no more: three questions, and not two", async () => {
      const { booked: one, ticket } = await waits();
      later(leaseSeconds * 1_000 - 1);
      await round();
      expect(await entryOf(one)).to.include({ status: "waiting" });
      await again(ticket);
      later(leaseSeconds * 1_000 + 1);
      await round();
      expect(await entryOf(one)).to.include({ status: "planned" });
      expect((await again(ticket)).json.place).to.equal("queue");
      expect(await entryOf(one)).to.include({ status: "waiting" });
    });
    it("once: a second call with the PIN holds the place, and the first one is no more", async () => {
      const { booked: one, ticket } = await waits();
      const { arrivedAt } = await callerOf(one);
      later(minute);
      const second = await type(one.pin);
      expect(second.json.ticket).to.not.equal(ticket);
      expect(code(await again(ticket))).to.equal("404 not_found");
      expect((await entryOf(one)).arrivals).to.have.length(1);
      expect((await callerOf(one)).arrivedAt).to.equal(arrivedAt);
    });
    it("once, also when four call at the same moment", async () => {
      const one = await booked();
      const answers = await Promise.all(Array.from({ length: 4 }, () => type(one.pin)));
      expect(answers.map(code)).to.deep.equal(Array(4).fill("200 undefined"));
      expect((await entryOf(one)).arrivals).to.have.length(1);
      const held = await Promise.all(answers.map(({ json }) => again(json.ticket)));
      expect(held.filter(({ status }) => status === 200)).to.have.length(1);
    });
    it("while others guess: their questions carry no PIN, and nothing holds them back", async () => {
      const { ticket } = await waits();
      for (let n = 0; n < 10; n++) await type(String(n).repeat(8));
      expect(code(await type("99999999"))).to.equal("429 too_many_requests");
      expect((await again(ticket)).json.place).to.equal("queue");
    });
    it("only where the voice menu can let them: another one is told so, and nobody waits", async () => {
      const one = await booked();
      expect(code(await type(one.pin, false))).to.equal("409 menu_cannot_wait");
      expect((await entryOf(one)).arrivals).to.deep.equal([]);
    });
    it("and hears when it was cancelled meanwhile, or its time is over", async () => {
      const cancelled = await booked();
      await app.call("POST", "/api/appointment/cancellation", { body: {}, bearer: cancelled.token });
      expect((await type(cancelled.pin)).json).to.include({ place: "cancelled", ticket: null });
      const { booked: one, ticket } = await waits();
      app.clock.now = new Date(one.startsAt.getTime() + 200 * minute);
      expect((await again(ticket)).json).to.include({ place: "over", ticket: null });
    });
    it("behind the voice menu's secret alone", async () => {
      const { ticket } = await waits();
      for (const path of [`/api/dial-in/calls/${ticket}`, `/api/dial-in/calls/${ticket}/departure`])
        expect(code(await asMenu(path, {}, "Bearer x"))).to.equal("401 unauthenticated");
      expect(code(await asMenu("/api/dial-in/calls/no-id"))).to.equal("422 invalid_input");
      expect(code(await again(randomUUID()))).to.equal("404 not_found");
    });
    it("and no browser's arrival is a call: its tab opens nothing", async () => {
      const one = await booked({});
      const tabId = randomUUID();
      await arrive(app, one, new Map(), tabId);
      expect(code(await again(tabId))).to.equal("404 not_found");
    });
  });

  describe("is let in by the clerk", () => {
    it("as the citizen who dialled in: the room comes with their next question, once the clerk is there", async () => {
      const { booked: one, ticket } = await waits();
      const admitted = await admit(one);
      expect(admitted.json.entry).to.include({ status: "in_progress", medium: "dial_in" });
      expect((await again(ticket)).json).to.include({ place: "call", ticket, askAgainSeconds: 2 });
      expect(prosody.commanded).to.deep.equal([]);
      await clerkComes(one);
      const [{ room }] = await query("select room from meeting where id = $1", [one.meetingId]);
      const { id } = await callerOf(one);
      expect((await again(ticket)).json).to.deep.equal({ headers: { "X-Room-Name": `${room}@muc.meet.jitsi` } });
      const [{ command, body }] = prosody.commanded as [any];
      expect(command).to.equal("expect");
      expect(body).to.deep.include({
        room,
        user: { id, name: "Els Janssens", role: "citizen" },
        seconds: expectedSeconds,
      });
      expect(await callerOf(one)).to.include({ isExpected: true, isInCall: false });

      await hears(one, "joined", id);
      expect(await callerOf(one)).to.include({ isExpected: false, isInCall: true });
      const people = (await entryOf(one)).people;
      expect(people.map(({ role, userId }: any) => [role, userId]).at(-1)).to.deep.equal(["citizen", id]);
      expect(await ordersFor(id, one)).to.deep.equal([]);
    });
    it("and asked again meanwhile it is the same room and one telephone", async () => {
      const { booked: one, ticket } = await waits();
      await admit(one);
      await clerkComes(one);
      const first = (await again(ticket)).json;
      expect((await again(ticket)).json).to.deep.equal(first);
      expect(prosody.commanded).to.have.length(1);
    });
    it("and waits on while Prosody gives no word", async () => {
      const { booked: one, ticket } = await waits();
      await admit(one);
      await clerkComes(one);
      prosody.answer = { status: 500, body: {} };
      expect((await again(ticket)).json).to.include({ place: "call" });
      prosody.answer = { status: 200, body: {} };
      expect((await again(ticket)).json.headers).to.be.an("object");
    });
    it("and is not on the way any more when the telephone did not come; they call again with the same PIN", async () => {
      const { booked: one, ticket } = await waits();
      await admit(one);
      await clerkComes(one);
      await again(ticket);
      later(expectedSeconds * 1_000);
      await round();
      expect(await callerOf(one)).to.include({ isExpected: false, isConnected: false, isInCall: false });
      expect((await type(one.pin)).json.headers).to.be.an("object");
      const [first, second] = prosody.commanded;
      expect(second!.body.call).to.not.equal(first!.body.call);
    });
    it("while an interpreter dials in: one telephone after the other", async () => {
      const { booked: one, ticket } = await waits();
      await admit(one);
      await clerkComes(one);
      const body = { requestId: randomUUID(), role: "interpreter", name: "Ayşe Demir", language: "tr" };
      const guest = (await asClerk(one, "dial-in", body)).json;
      expect((await type(guest.pin)).json.headers).to.be.an("object");
      expect((await again(ticket)).json).to.include({ place: "call" });
      await hears(one, "joined", guest.id);
      expect((await again(ticket)).json.headers).to.be.an("object");
    });
    it("and no guest dials in while they are on their way", async () => {
      const { booked: one, ticket } = await waits();
      await admit(one);
      await clerkComes(one);
      await again(ticket);
      const body = { requestId: randomUUID(), role: "interpreter", name: "Ayşe Demir", language: "tr" };
      const guest = (await asClerk(one, "dial-in", body)).json;
      expect(code(await type(guest.pin))).to.equal("429 too_many_requests");
    });
  });

  describe("is in the call", () => {
    it("and calls again with the same PIN when the line broke, without another nod", async () => {
      const { booked: one, user } = await inCall();
      await hears(one, "left", user);
      expect(await callerOf(one)).to.include({ isConnected: false, isInCall: false, isExpected: false });
      const back = await type(one.pin);
      expect(back.json.headers).to.be.an("object");
      expect(prosody.commanded.at(-1)!.body.user.id).to.equal(user);
      await hears(one, "joined", user);
      expect(await ordersFor(user, one)).to.deep.equal([]);
    });
    it("and nobody else comes in with their PIN meanwhile", async () => {
      const { booked: one } = await inCall();
      expect((await type(one.pin)).json).to.include({ place: "in_call", ticket: null });
      expect(prosody.commanded).to.have.length(1);
    });
    it("until the clerk puts them out: hung up, and told so when they call again", async () => {
      const { booked: one, user, ticket } = await inCall();
      expect((await asClerk(one, "removal", { arrivalId: user })).status).to.equal(200);
      expect(await ordersFor(user, one)).to.have.length(1);
      await hears(one, "left", user);
      expect((await type(one.pin)).json).to.include({ place: "removed", ticket: null });
      expect((await again(ticket)).json).to.include({ place: "removed" });
      const fresh = (await asClerk(one, "citizen-pin")).json;
      expect((await type(fresh.pin)).json).to.include({ place: "queue", position: null });
    });
    it("until the end, which hangs up; then the PIN says so", async () => {
      const { booked: one } = await inCall();
      await asClerk(one, "end");
      expect(await ordersFor(null, one)).to.have.length(1);
      expect((await type(one.pin)).json).to.include({ place: "ended", ticket: null });
    });
    it("until the clerk nods to their browser: then it goes on by video", async () => {
      const { booked: one, user } = await inCall();
      const browser = await arrive(app, one);
      const nod = await asClerk(one, "admission", { arrivalId: browser.arrivalId });
      expect(nod.json.entry).to.include({ medium: "video" });
      expect(await ordersFor(user, one)).to.have.length(1);
      await hears(one, "left", user);
      expect((await type(one.pin)).json).to.include({ place: "elsewhere", ticket: null });
    });
    it("and the outcome is recorded as after every meeting", async () => {
      const { booked: one } = await inCall();
      await asClerk(one, "end");
      const outcome = { result: "helped", product: "", note: "", message: "", links: [] };
      expect((await asClerk(one, "outcome", outcome)).status).to.be.lessThan(300);
      const [{ status }] = await query("select status from appointment where id = $1", [one.id]);
      expect(status).to.equal("attended");
    });
  });
});
