import { randomUUID } from "node:crypto";
import { expect } from "chai";
import { decodeJwt } from "jose";
import type { CookieJar, TestApp } from "../../../test/app.js";
import { code, type InCall, startCalls } from "../../../test/calls.js";
import { type EventStream, openEventStream } from "../../../test/event-stream.js";
import { admit, book, colleague, demoClerk, quarterAfter, signIn } from "../../../test/factories.js";
import { until } from "../../../test/until.js";
import { forgetHandoverNotes } from "./forget-handover-notes.js";
import { handoverSeconds } from "./handover.rules.js";
import { hearRoomEvent } from "./hear-rooms.js";
import { lapseHandovers } from "./lapse-handovers.js";
import { consoleSilenceSeconds, forgetSilentConsoles } from "./open-consoles.js";

const now = new Date("2026-11-23T09:00:00Z");

describe("a meeting handed to a colleague", () => {
  const calls = startCalls(now);
  const { query, inCall } = calls;
  let app: TestApp;
  let an: CookieJar;
  let karim: CookieJar;
  let anId: string;
  let karimId: string;
  let atConsole: EventStream;

  before(async () => {
    ({ app, clerk: an } = calls.begun());
    karim = await signIn(app, colleague);
    [{ id: anId }] = await query("select id from clerk where email = $1", [demoClerk.email]);
    [{ id: karimId }] = await query("select id from clerk where email = $1", [colleague.email]);
  });
  beforeEach(async () => {
    await query("update meeting set status = 'ended', ended_at = now() where status = 'in_progress'");
    atConsole = await openEventStream(`${app.url}/api/queue/events`, karim);
    await atConsole.seen("the console is open", ({ asking }) => asking !== undefined);
  });
  afterEach(() => atConsole.close());

  /** In a call whose citizen has their page open, so that they are told. */
  const led = async (): Promise<InCall> => {
    const meeting = await inCall();
    await query("update arrival set seen_at = now() where id = $1", [meeting.browser.arrivalId]);
    await noteConsole(karimId);
    return meeting;
  };
  const noteConsole = async (clerkId: string) => {
    await query("delete from open_console where clerk_id = $1", [clerkId]);
    await query("insert into open_console (id, clerk_id, seen_at) values ($1, $2, $3)", [
      randomUUID(),
      clerkId,
      app.clock.now,
    ]);
  };
  const post = (path: string, jar: CookieJar, body: unknown = {}) => app.call("POST", path, { jar, body });
  const ask = ({ booked }: InCall, clerkId = karimId, jar = an, note = "") =>
    post(`/api/meetings/${booked.meetingId}/handovers`, jar, { clerkId, note });
  const asked = async (meeting: InCall, note = ""): Promise<string> => {
    const answer = await ask(meeting, karimId, an, note);
    expect(answer.status, answer.text).to.equal(200);
    return answer.json.id;
  };
  const say = (id: string, accepts: boolean, jar = karim) => post(`/api/handovers/${id}/answer`, jar, { accepts });
  const withdraw = (id: string, jar = an) => post(`/api/handovers/${id}/withdrawal`, jar);
  const tell = ({ browser }: InCall, id: string) =>
    post(`/api/arrivals/${browser.arrivalId}/guests/${id}/told`, browser.jar);
  const tokenOf = ({ booked }: InCall, jar: CookieJar) => post(`/api/meetings/${booked.meetingId}/call-token`, jar);
  const end = ({ booked }: InCall, jar = an) => post(`/api/meetings/${booked.meetingId}/end`, jar);
  const stateOf = async (id: string) => (await query("select state from handover where id = $1", [id]))[0].state;
  const entryOf = async ({ booked }: InCall, jar = an) => {
    const { json } = await app.call("GET", "/api/queue", { jar });
    return json.entries.find((one: any) => one.meetingId === booked.meetingId);
  };
  const ordersFor = ({ booked }: InCall, userId: string) =>
    query("select 1 from room_order o join meeting m on m.room = o.room where m.id = $1 and o.user_id = $2", [
      booked.meetingId,
      userId,
    ]);
  const later = (seconds: number) => {
    app.clock.now = new Date(app.clock.now.getTime() + seconds * 1_000);
  };
  const context = () => ({ db: app.database.dataSource.manager, now: app.clock.now });
  const taken = async () => {
    const meeting = await led();
    const id = await asked(meeting);
    await say(id, true);
    expect((await tell(meeting, id)).status).to.equal(200);
    return { meeting, id };
  };

  it("goes to who said yes once the citizen was told: the room stays, the one before is out of it, and the new one has an id of their own", async () => {
    const meeting = await led();
    const before = await query("select room from meeting where id = $1", [meeting.booked.meetingId]);
    const id = await asked(meeting, "Vraagt naar de zaal.");
    app.refresh();
    const view = await atConsole.seen("the question", ({ asked: some }) => some?.some((one: any) => one.id === id));
    expect(view.asked.find((one: any) => one.id === id)).to.deep.include({
      state: "asked",
      from: { id: anId, name: "An Peeters" },
      citizenName: "Els Janssens",
      note: "Vraagt naar de zaal.",
    });

    expect((await say(id, true)).json.state).to.equal("accepted");
    const announced = (await entryOf(meeting)).people.at(-1);
    expect(announced).to.include({ userId: id, role: "clerk", name: "Karim Haddad", isAnnounced: true });
    expect(code(await tokenOf(meeting, karim))).to.equal("403 forbidden");
    expect((await tokenOf(meeting, an)).status).to.equal(200);

    expect((await tell(meeting, id)).status).to.equal(200);
    expect((await tell(meeting, id)).status).to.equal(200);
    expect((await say(id, true)).json.state).to.equal("taken");
    const token = (await tokenOf(meeting, karim)).json;
    expect(token).to.include({ userId: id, role: "clerk", room: before[0].room });
    expect(decodeJwt<{ context: { user: object } }>(token.token).context.user).to.include({
      id,
      name: "Karim Haddad",
      role: "clerk",
    });
    expect(code(await tokenOf(meeting, an))).to.equal("403 forbidden");
    expect(await ordersFor(meeting, anId)).to.have.length(1);
    expect((await entryOf(meeting)).people.map(({ role, name }: any) => [role, name])).to.deep.equal([
      ["clerk", "Karim Haddad"],
      ["citizen", "Els Janssens"],
    ]);
  });

  it("is the new one's to end and to close, and its history says who led it before", async () => {
    const { meeting } = await taken();
    const entry = await entryOf(meeting, karim);
    expect(entry.clerk).to.deep.equal({ id: karimId, name: "Karim Haddad" });
    expect(entry.handovers).to.deep.equal([
      { fromName: "An Peeters", toName: "Karim Haddad", takenAt: app.clock.now.toISOString(), note: "" },
    ]);
    expect(code(await end(meeting, an))).to.equal("403 forbidden");
    expect((await end(meeting, karim)).json).to.deep.include({ status: "ended", handovers: entry.handovers });
  });

  it("can be handed back: each time with a new id, so that who was put out is let in again", async () => {
    const { meeting, id } = await taken();
    await noteConsole(anId);
    const back = await ask(meeting, anId, karim);
    expect(back.status, back.text).to.equal(200);
    await say(back.json.id, true, an);
    await tell(meeting, back.json.id);
    expect((await tokenOf(meeting, an)).json.userId).to.equal(back.json.id);
    expect(await ordersFor(meeting, id)).to.have.length(1);
    expect(await ordersFor(meeting, back.json.id)).to.have.length(0);
    expect((await entryOf(meeting)).handovers.map(({ toName }: any) => toName)).to.deep.equal([
      "Karim Haddad",
      "An Peeters",
    ]);
    const [{ room }] = await query("select room from meeting where id = $1", [meeting.booked.meetingId]);
    const boot = `handover-${randomUUID()}`;
    const hear = (seq: number, event: "boot" | "joined", user?: string) =>
      app.database.dataSource.transaction((db) =>
        hearRoomEvent(
          { db, actor: { kind: "anyone" }, now: app.clock.now },
          { boot, seq, event, room, ...(user ? { occupant: { nick: user, user } } : {}) },
        ),
      );
    await hear(1, "boot");
    await hear(2, "joined", back.json.id);
    expect(await ordersFor(meeting, back.json.id)).to.have.length(0);
    expect((await entryOf(meeting)).isClerkInCall).to.equal(true);
    await hear(3, "joined", anId);
    expect(await ordersFor(meeting, anId), "an old token of the first time").to.have.length(2);
  });

  it("is offered to clerks of its counter at their console, by who leads it alone", async () => {
    const meeting = await led();
    const list = (jar: CookieJar) => app.call("GET", `/api/meetings/${meeting.booked.meetingId}/handovers`, { jar });
    expect((await list(an)).json.successors).to.deep.include({
      clerkId: karimId,
      name: "Karim Haddad",
      isInMeeting: false,
      leadsAnother: false,
    });
    expect(code(await list(karim))).to.equal("403 forbidden");
    expect(code(await ask(meeting, anId, karim))).to.equal("403 forbidden");
    for (const clerkId of [randomUUID(), anId]) expect(code(await ask(meeting, clerkId))).to.equal("404 not_found");
    const planned = await book(app, calls.begun().service.id, quarterAfter(now, 600));
    expect(code(await ask({ ...meeting, booked: planned }))).to.equal("403 forbidden");

    later(consoleSilenceSeconds + 1);
    await forgetSilentConsoles(context().db, app.clock.now);
    expect((await list(an)).json.successors).to.deep.equal([]);
    expect(code(await ask(meeting))).to.equal("409 clerk_away");
    await noteConsole(karimId);
    const rows = await query("delete from clerk_counter where clerk_id = $1 and counter_id = $2 returning *", [
      karimId,
      calls.begun().service.counterId,
    ]);
    expect(code(await ask(meeting)), "of another counter").to.equal("404 not_found");
    expect((await list(an)).json.successors).to.deep.equal([]);
    for (const { clerk_id, counter_id } of rows[0])
      await query("insert into clerk_counter (clerk_id, counter_id) values ($1, $2)", [clerk_id, counter_id]);
    await query("update clerk set is_active = false where id = $1", [karimId]);
    expect(code(await ask(meeting)), "without an account that works").to.equal("404 not_found");
    await query("update clerk set is_active = true where id = $1", [karimId]);
    await end(meeting);
    expect(code(await ask(meeting))).to.equal("410 meeting_ended");
  });

  it("asked twice, or by two clicks at once, is one question", async () => {
    const meeting = await led();
    const answers = await Promise.all([ask(meeting), ask(meeting), ask(meeting)]);
    expect(new Set(answers.map(({ json }) => json.id)).size).to.equal(1);
    const id = answers[0]!.json.id;
    await Promise.all([say(id, true), say(id, true)]);
    await Promise.all([tell(meeting, id), tell(meeting, id)]);
    expect(await stateOf(id)).to.equal("taken");
    expect(await ordersFor(meeting, anId)).to.have.length(1);
  });

  it("two who are asked click at once: one takes it, the other is told that it is over", async () => {
    const meeting = await led();
    const [{ id: bea }] = await query(
      `insert into clerk (email, name, role, is_active, password_hash) select 'bea@x.example', 'Bea Baas', 'admin', true, password_hash
       from clerk where email = $1 on conflict (email) do update set is_active = true returning id`,
      [colleague.email],
    );
    await noteConsole(bea);
    const beaJar = await signIn(app, { email: "bea@x.example", password: colleague.password });
    const ids = [await asked(meeting), (await ask(meeting, bea)).json.id];
    const answers = await Promise.all([say(ids[0]!, true), say(ids[1]!, true, beaJar)]);
    expect(answers.map(code)).to.have.members(["200 undefined", "409 handover_over"]);
    const winner = answers[0].status === 200 ? 0 : 1;
    expect(await stateOf(ids[1 - winner]!)).to.equal("withdrawn");
    const other = winner === 0 ? bea : karimId;
    expect(code(await ask(meeting, other))).to.equal("409 handover_accepted");
    await query("update clerk set is_active = false where id = $1", [bea]);
  });

  it("is declined, also after a yes until the citizen was told, and may be asked again", async () => {
    const meeting = await led();
    const first = await asked(meeting);
    expect((await say(first, false)).json.state).to.equal("declined");
    expect((await say(first, false)).status).to.equal(200);
    expect(code(await say(first, true))).to.equal("409 handover_over");
    const second = await asked(meeting);
    expect(second).to.not.equal(first);
    await say(second, true);
    expect((await say(second, false)).json.state).to.equal("declined");
    expect(code(await tell(meeting, second))).to.equal("410 guest_gone");
    expect((await entryOf(meeting)).clerk.id).to.equal(anId);
  });

  it("is taken back until it is taken, by who leads alone; also when both happen at once", async () => {
    const meeting = await led();
    const id = await asked(meeting);
    expect(code(await withdraw(id, karim))).to.equal("403 forbidden");
    expect(code(await withdraw(randomUUID()))).to.equal("404 not_found");
    expect((await withdraw(id)).json.state).to.equal("withdrawn");
    expect((await withdraw(id)).status).to.equal(200);
    expect(code(await say(id, true))).to.equal("409 handover_over");
    const second = await asked(meeting);
    await say(second, true);
    const [told, back] = await Promise.all([tell(meeting, second), withdraw(second)]);
    const isTaken = (await stateOf(second)) === "taken";
    expect([code(told), code(back)]).to.deep.equal(
      isTaken ? ["200 undefined", "403 forbidden"] : ["410 guest_gone", "200 undefined"],
    );
    expect((await entryOf(meeting)).clerk.id).to.equal(isTaken ? karimId : anId);
    const third = isTaken ? null : await asked(meeting);
    if (third) expect((await say(third, false)).status).to.equal(200);
    if (third) expect(code(await withdraw(third))).to.equal("409 handover_over");
  });

  it("lapses after a minute without an answer, or without the citizen having been told", async () => {
    const meeting = await led();
    const id = await asked(meeting);
    later(handoverSeconds);
    expect(code(await say(id, true)), "before the worker has come by").to.equal("409 handover_over");
    expect(code(await withdraw(id))).to.equal("409 handover_over");
    await lapseHandovers(context());
    await lapseHandovers(context());
    expect(await stateOf(id)).to.equal("lapsed");
    await noteConsole(karimId);
    const second = await asked(meeting);
    await say(second, true);
    later(handoverSeconds);
    expect(code(await tell(meeting, second))).to.equal("410 guest_gone");
    await noteConsole(karimId);
    expect(await asked(meeting), "a question that lapsed stands in nobody's way").to.not.equal(second);
    expect(await stateOf(second)).to.equal("lapsed");
    expect((await entryOf(meeting)).clerk.id).to.equal(anId);
  });

  it("is answered by who is asked, and told of by that citizen", async () => {
    const meeting = await led();
    const id = await asked(meeting);
    expect(code(await say(id, true, an))).to.equal("404 not_found");
    expect(code(await tell(meeting, id)), "nobody said yes").to.equal("410 guest_gone");
    await say(id, true);
    const other = await led();
    expect(code(await tell({ ...meeting, browser: other.browser }, id))).to.equal("404 not_found");
    await query("update arrival set state = 'waiting' where id = $1", [meeting.browser.arrivalId]);
    expect(code(await tell(meeting, id))).to.equal("403 not_admitted");
    expect(await stateOf(id)).to.equal("accepted");
  });

  it("goes to nobody who leads another meeting, asked or answering, or who began one meanwhile", async () => {
    const lead = async () => {
      const { booked, browser } = await calls.waiting();
      expect((await admit(app, karim, booked, browser)).status).to.equal(200);
      return { booked, browser };
    };
    const [meeting, first] = [await led(), await lead()];
    expect(code(await ask(meeting))).to.equal("409 clerk_busy");
    await noteConsole(anId);
    expect(code(await ask(first, anId, karim)), "each to the other").to.equal("409 clerk_busy");
    await end(first, karim);
    const id = await asked(meeting);
    const second = await lead();
    expect(code(await say(id, true))).to.equal("409 clerk_busy");
    await end(second, karim);
    await say(id, true);
    await lead();
    expect((await tell(meeting, id)).status).to.equal(200);
    expect(await stateOf(id)).to.equal("lapsed");
    expect((await entryOf(meeting)).clerk.id).to.equal(anId);
  });

  it("does not go to who works at its counter no more", async () => {
    const meeting = await led();
    const id = await asked(meeting);
    await query("update clerk set is_active = false where id = $1", [karimId]);
    const answer = await say(id, true);
    expect(answer.status).to.be.within(400, 499);
    await query("update clerk set is_active = true where id = $1", [karimId]);
    const [rows] = await query("delete from clerk_counter where clerk_id = $1 returning *", [karimId]);
    expect(code(await say(id, true))).to.equal("404 not_found");
    for (const { clerk_id, counter_id } of rows)
      await query("insert into clerk_counter (clerk_id, counter_id) values ($1, $2)", [clerk_id, counter_id]);
  });

  it("is over with the end of the meeting: nothing is asked any more", async () => {
    const [one, two] = [await led(), await led()];
    const [first, second] = [await asked(one), await asked(two)];
    await say(second, true);
    await Promise.all([end(one), end(two)]);
    expect(code(await say(first, true))).to.equal("410 meeting_ended");
    expect(code(await withdraw(first))).to.equal("410 meeting_ended");
    expect(code(await tell(two, second))).to.equal("403 not_admitted");
    const stream = await openEventStream(`${app.url}/api/queue/events`, karim);
    const ids = [first, second];
    const view = await stream.seen(
      "what is asked",
      ({ asked: some, asking }) => some !== undefined && asking !== undefined,
    );
    expect(view.asked.filter(({ id }: any) => ids.includes(id))).to.deep.equal([]);
    stream.close();
  });

  it("is taken at once where nobody can be told: on the telephone, or with no page of the citizen's open", async () => {
    const gone = await led();
    await query("update arrival set seen_at = null where id = $1", [gone.browser.arrivalId]);
    const id = await asked(gone);
    expect((await say(id, true)).json.state).to.equal("taken");
    await end(gone, karim);
    const byPhone = await led();
    await query("update meeting set medium = 'phone' where id = $1", [byPhone.booked.meetingId]);
    expect((await say(await asked(byPhone), true)).json.state).to.equal("taken");
    await end(byPhone, karim);
    const inRoom = await led();
    await query("update arrival set seen_at = null where id = $1", [inRoom.browser.arrivalId]);
    await query(
      "insert into occupant (room, nick, user_id, joined_at) select room, 'els', $2, now() from meeting where id = $1",
      [inRoom.booked.meetingId, inRoom.browser.arrivalId],
    );
    expect((await say(await asked(inRoom), true)).json.state).to.equal("accepted");
  });

  it("ends the place of who was in it as a colleague: they lead it now", async () => {
    const meeting = await led();
    const request = (await post(`/api/meetings/${meeting.booked.meetingId}/colleagues`, an, { clerkId: karimId })).json;
    const { guest } = (await post(`/api/colleague-requests/${request.id}/answer`, karim, { accepts: true })).json;
    await tell(meeting, guest.id);
    await query("delete from open_console");
    const id = await asked(meeting);
    await say(id, true);
    await tell(meeting, id);
    expect(await ordersFor(meeting, guest.id)).to.have.length(1);
    expect((await entryOf(meeting)).people.map(({ role }: any) => role)).to.deep.equal(["clerk", "citizen"]);
    expect(code(await post(`/api/colleague-requests/${request.id}/call-token`, karim))).to.equal("410 guest_gone");
  });

  describe("at a counter where Karim does not work", () => {
    let counters: { clerk_id: string; counter_id: string }[];

    beforeEach(async () => {
      [counters] = await query("delete from clerk_counter where clerk_id = $1 and counter_id = $2 returning *", [
        karimId,
        calls.begun().service.counterId,
      ]);
      atConsole.close();
      atConsole = await openEventStream(`${app.url}/api/queue/events`, karim);
    });
    afterEach(async () => {
      for (const { clerk_id, counter_id } of counters)
        await query("insert into clerk_counter (clerk_id, counter_id) values ($1, $2)", [clerk_id, counter_id]);
    });

    const told = (seen: (view: any) => boolean) =>
      until("what Karim's console is told", async () => {
        const { view } = atConsole.events.findLast(({ event }) => event === "handovers") ?? {};
        return view && seen(view) ? view : undefined;
      });
    const ofMeeting = ({ booked }: InCall, some: any[]) => some.find(({ meetingId }) => meetingId === booked.meetingId);
    const takenFromInside = async () => {
      const meeting = await led();
      expect(code(await ask(meeting))).to.equal("404 not_found");
      const request = (await post(`/api/meetings/${meeting.booked.meetingId}/colleagues`, an, { clerkId: karimId }))
        .json;
      const { guest } = (await post(`/api/colleague-requests/${request.id}/answer`, karim, { accepts: true })).json;
      await tell(meeting, guest.id);
      const id = await asked(meeting);
      expect(code(await tokenOf(meeting, karim)), "not theirs yet").to.equal("404 not_found");
      await say(id, true);
      await tell(meeting, id);
      app.refresh();
      const view = await told((seen) => ofMeeting(meeting, seen.led) !== undefined);
      return { meeting, id, entry: ofMeeting(meeting, view.led) };
    };

    it("goes to him only from inside it; he then sees it, leads it and closes it, and no more of that counter", async () => {
      const { meeting, id, entry } = await takenFromInside();
      expect(entry).to.include({ status: "in_progress", citizenName: "Els Janssens" });
      expect((await tokenOf(meeting, karim)).json.userId).to.equal(id);
      expect(await entryOf(meeting, karim)).to.equal(undefined);
      expect((await end(meeting, karim)).json.status).to.equal("ended");
      const outcome = { result: "helped", product: "", note: "", message: "", links: [] };
      const answer = await post(`/api/meetings/${meeting.booked.meetingId}/outcome`, karim, outcome);
      expect(answer.status, answer.text).to.equal(200);
      app.refresh();
      await told((seen) => ofMeeting(meeting, seen.led) === undefined);
      const other = await led();
      expect(code(await end(other, karim))).to.equal("404 not_found");
    });

    it("is handed on by him: he is told who leads it now, for as long as they do, and sees it no more", async () => {
      const { meeting } = await takenFromInside();
      await noteConsole(anId);
      const back = (await ask(meeting, anId, karim)).json;
      await say(back.id, true, an);
      expect((await tell(meeting, back.id)).status).to.equal(200);
      app.refresh();
      const view = await told((seen) => ofMeeting(meeting, seen.led) === undefined);
      expect(ofMeeting(meeting, view.asking)).to.deep.include({
        id: back.id,
        state: "taken",
        to: { id: anId, name: "An Peeters" },
        citizenName: "Els Janssens",
      });
      await end(meeting, an);
      app.refresh();
      await told((seen) => ofMeeting(meeting, seen.asking) === undefined);
    });
  });

  it("takes back the question to come along, of whoever leads now", async () => {
    const meeting = await led();
    const request = (await post(`/api/meetings/${meeting.booked.meetingId}/colleagues`, an, { clerkId: karimId })).json;
    const id = await asked(meeting);
    await say(id, true);
    await tell(meeting, id);
    const answer = await post(`/api/colleague-requests/${request.id}/answer`, karim, { accepts: true });
    expect(code(answer)).to.equal("409 colleague_withdrawn");
  });

  it("has a note that is gone a day after the meeting, with its outcome, or when nothing was taken over", async () => {
    const [one, two, three] = [await led(), await led(), await led()];
    const declined = await asked(one, "Niet nodig.");
    await say(declined, false);
    const closed = await asked(two, "In de uitkomst.");
    await say(closed, true);
    await tell(two, closed);
    await end(two, karim);
    const open = await asked(three, "Nog te doen.");
    await say(open, true);
    await tell(three, open);
    await end(three, karim);
    const notes = async () => {
      await forgetHandoverNotes(context());
      const rows = await query("select note from handover where id = any($1) order by note desc", [
        [declined, closed, open],
      ]);
      return rows.map(({ note }: any) => note).filter(Boolean);
    };
    expect(await notes()).to.deep.equal(["Nog te doen.", "In de uitkomst."]);
    await post(`/api/meetings/${two.booked.meetingId}/outcome`, karim, {
      ...{ result: "helped", product: "", note: "", message: "", links: [] },
    });
    expect(await notes()).to.deep.equal(["Nog te doen."]);
    later(86_500);
    expect(await notes()).to.deep.equal([]);
  });
});
