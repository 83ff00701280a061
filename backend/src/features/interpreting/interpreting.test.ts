import { randomUUID } from "node:crypto";
import { guestsPerMeeting } from "@balie/contract/company";
import type { InterpreterRequestView } from "@balie/contract/interpreters";
import { expect } from "chai";
import type { Answer, CookieJar, TestApp } from "../../../test/app.js";
import { code, type InCall, startCalls } from "../../../test/calls.js";
import { openEventStream } from "../../../test/event-stream.js";
import { colleague, demoClerk, signIn } from "../../../test/factories.js";
import { enrol, startTestPhone, type TestPhone } from "../../../test/phone.js";
import { until } from "../../../test/until.js";
import type { ClerkActor } from "../../platform/context.js";
import type { Log } from "../../platform/log.js";
import { askInterpreter } from "./ask-interpreter.js";
import { interpretingRoutes } from "./interpreting.routes.js";

const now = new Date();
type Asked = { meeting: InCall; room: string; id: string };

describe("the search for an interpreter", function () {
  this.timeout(30_000);
  const calls = startCalls(now, { SIP_URI: "balie@pbx.example.org" });
  const { query, inCall } = calls;
  let app: TestApp;
  let clerk: CookieJar;
  let phone: TestPhone;
  let hunts: Awaited<ReturnType<TestPhone["startHunts"]>>;
  let next = 0;

  before(() => {
    ({ app, clerk } = calls.begun());
  });
  beforeEach(async () => {
    await query("delete from interpreter_request");
    await query("delete from interpreter_call");
    await query("delete from interpreter");
    await query("update clerk set phones_interpreters = true");
    phone = await startTestPhone(app);
    hunts = await phone.startHunts();
  });
  afterEach(async () => {
    await hunts.stop();
    await phone.stop();
  });

  const within = async (limits: Parameters<TestPhone["startHunts"]>[0]) => {
    await hunts.stop();
    hunts = await phone.startHunts(limits);
  };
  const post = (path: string, body: unknown = {}, jar = clerk): Promise<Answer> =>
    app.call("POST", path, { jar, body });
  /** A meeting in progress, with its people in its room. */
  const talking = async () => {
    const meeting = await inCall();
    const [{ room }] = await query("select room from meeting where id = $1", [meeting.booked.meetingId]);
    phone.prosody.openRoom(room);
    return { meeting, room: room as string };
  };
  const askFor = ({ booked }: InCall, changes: object = {}, jar = clerk) =>
    post(
      `/api/meetings/${booked.meetingId}/interpreters`,
      { requestId: randomUUID(), language: "tr", callAgain: null, ...changes },
      jar,
    );
  const asked = async (at: { meeting: InCall; room: string }, changes: object = {}): Promise<Asked> => {
    const answer = await askFor(at.meeting, changes);
    expect(answer.status, answer.text).to.equal(200);
    return { ...at, id: answer.json.id };
  };
  const ask = async (changes: object = {}): Promise<Asked> => asked(await talking(), changes);
  const withdraw = ({ id }: { id: string }, jar = clerk) => post(`/api/interpreter-requests/${id}/withdrawal`, {}, jar);
  const skip = ({ id }: { id: string }) => post(`/api/interpreter-requests/${id}/next`);
  const end = ({ meeting }: { meeting: InCall }) => post(`/api/meetings/${meeting.booked.meetingId}/end`);

  type Row = { state: string; why: string | null };
  const requestOf = async ({ id }: { id: string }): Promise<Row> =>
    (await query("select state, why from interpreter_request where id = $1", [id]))[0];
  const seen = (request: { id: string }, state: string) =>
    until(`the request is ${state}`, async () => {
      const row = await requestOf(request);
      return row.state === state ? row : null;
    });
  const callsOf = ({ id }: { id: string }): Promise<any[]> =>
    query(
      `select c.*, i.name, g.state guest from interpreter_call c join interpreter i on i.id = c.interpreter_id join guest g on g.id = c.id
       where request_id = $1 order by dialled_at, c.id`,
      [id],
    );
  const told = async (request: { id: string }) => (await callsOf(request)).map(({ name, state }) => `${name} ${state}`);
  const ringing = (request: Asked, which = 0) =>
    until("it rings", async () => {
      const call = (await callsOf(request))[which];
      return call?.state === "dialling" && call.is_ringing ? call : null;
    });
  const allHungUp = (request: Asked) =>
    until("no leg is left", async () => {
      const [{ n }] = await query(
        "select count(*)::int n from interpreter_call where must_hang_up and hung_up_at is null",
      );
      return n === 0 && phone.prosody.legs(request.room).length === 0;
    });
  /** As many interpreters as fates, in the order in which they are called. */
  const roster = async (...fates: Parameters<TestPhone["prosody"]["fate"]>[1][]) => {
    const people = fates.map((fate, position) => ({
      name: `Tolk ${position + 1}`,
      address: `+3249${String(++next).padStart(7, "0")}`,
      rank: position + 1,
      fate,
    }));
    for (const { address, fate } of people) phone.prosody.fate(address, fate);
    await enrol(app, people);
    return people;
  };

  it("ends with the first who answers: live in the console, announced to the citizen, let into the room", async () => {
    const [first] = await roster("rings", "answers");
    const stream = await openEventStream(`${app.url}/api/queue/events`, clerk);
    await stream.seen("nothing yet", ({ requests }) => requests?.length === 0);
    const request = await ask();
    const peopleOf = async () => {
      const { booked, browser } = request.meeting;
      const body = { tabId: browser.tabId, isReturn: true };
      const arrival = await app.call("POST", "/api/appointment/arrival", {
        bearer: booked.token,
        jar: browser.jar,
        body,
      });
      return arrival.json.people;
    };
    const call = await ringing(request);
    expect((await peopleOf()).at(-1)).to.include({
      ...{ userId: call.id, name: first!.name, role: "interpreter", language: "tr", isAnnounced: true },
    });
    const { browser } = request.meeting;
    await post(`/api/arrivals/${browser.arrivalId}/guests/${call.id}/told`, {}, browser.jar);
    expect((await peopleOf()).at(-1)).to.include({ role: "interpreter", isAnnounced: true });

    phone.prosody.answer(request.room, call.id);
    await seen(request, "connected");
    expect((await peopleOf()).at(-1)).to.include({ userId: call.id, isAnnounced: false });
    app.refresh();
    const view = await stream.seen("connected", ({ requests }) => requests?.[0]?.state === "connected");
    expect(view.requests[0].calls).to.have.length(1);
    expect(view.requests[0].calls[0]).to.include({
      id: call.id,
      name: first!.name,
      state: "connected",
      ringsUntil: null,
    });
    stream.close();
    expect(phone.prosody.rings.map(({ to }) => to)).to.deep.equal([first!.address]);
    expect(await query("select from room_order where user_id = $1", [call.id])).to.have.length(0);
  });

  it("goes on when three do not answer, lets each ring long enough, and hangs them up", async () => {
    const people = await roster("rings", "rings", "rings", "answers");
    await within({ ringSeconds: 1.5 });
    const request = await ask();
    await seen(request, "connected");
    expect(await told(request)).to.deep.equal([
      ...["Tolk 1 unanswered", "Tolk 2 unanswered", "Tolk 3 unanswered"],
      "Tolk 4 connected",
    ]);
    expect(phone.prosody.rings.map(({ to }) => to)).to.deep.equal(people.map(({ address }) => address));
    for (const [position, { from }] of phone.prosody.rings.slice(1).entries()) {
      const before = phone.prosody.rings[position]!;
      expect(from - before.from).to.be.at.least(1_450);
      expect(before.until).to.not.equal(null);
    }
    expect((await callsOf(request)).map(({ guest }) => guest)).to.deep.equal(["left", "left", "left", "admitted"]);
  });

  it("is over when nobody answers, and when nobody is there to be called", async () => {
    await roster("rings", "rings");
    await within({ ringSeconds: 1 });
    const request = await ask();
    expect(await seen(request, "unanswered")).to.include({ why: "all_tried" });
    expect(await told(request)).to.deep.equal(["Tolk 1 unanswered", "Tolk 2 unanswered"]);
    await allHungUp(request);
    const other = await ask({ language: "prs" });
    expect(await seen(other, "unanswered")).to.include({ why: "none_available" });
  });

  it("goes on at once when the line is busy, and when whoever is rung turns it down", async () => {
    await roster("busy", "declines", "refused", "answers");
    const request = await ask();
    await seen(request, "connected");
    expect(await told(request)).to.deep.equal([
      ...["Tolk 1 refused", "Tolk 2 refused", "Tolk 3 refused"],
      "Tolk 4 connected",
    ]);
  });

  it("passes over who is away, out of hours, no longer active, or does not speak the language", async () => {
    const people = await roster("answers", "answers", "answers", "answers", "answers");
    const set = (position: number, change: string) =>
      query(`update interpreter set ${change} where address = $1`, [people[position]!.address]);
    await set(0, "away_from = current_date - 1, away_until = current_date + 1");
    const weekday = ((new Date().getUTCDay() + 2) % 7) + 1;
    await set(1, `hours = '[{"days": [${weekday}], "from": "00:00", "until": "24:00"}]'`);
    await set(2, "is_active = false");
    await set(3, "languages = '{vgt}'");
    const request = await ask();
    await seen(request, "connected");
    expect(await told(request)).to.deep.equal(["Tolk 5 connected"]);
  });

  it("takes, among equals, whoever was called longest ago", async () => {
    const [first, second] = await roster("answers", "answers");
    await query("update interpreter set rank = 5, last_called_at = now() - interval '1 hour' where address = $1", [
      first!.address,
    ]);
    await query("update interpreter set rank = 5, last_called_at = now() - interval '2 hours' where address = $1", [
      second!.address,
    ]);
    const request = await ask();
    await seen(request, "connected");
    expect(await told(request)).to.deep.equal(["Tolk 2 connected"]);
    const [{ fresh }] = await query(
      "select last_called_at > now() - interval '1 minute' fresh from interpreter where address = $1",
      [second!.address],
    );
    expect(fresh).to.equal(true);
  });

  describe("when the telephone gives no word", () => {
    it("fails, and the leg is hung up in case it comes", async () => {
      await roster("silent", "answers");
      const request = await ask();
      expect(await seen(request, "failed")).to.include({ why: "no_phone" });
      await allHungUp(request);
      expect(phone.prosody.commands.map(({ command }) => command)).to.deep.equal(["dial", "hangup"]);
      expect(await told(request)).to.deep.equal(["Tolk 1 failed"]);
    });
    it("puts a telephone out that comes when its call is over", async () => {
      await roster("silent");
      const request = await ask();
      await seen(request, "failed");
      await allHungUp(request);
      const [{ id }] = await callsOf(request);
      phone.prosody.comeBack(request.room, id);
      await until("it is put out", () => phone.prosody.rings.length === 1 && phone.prosody.rings[0]!.until !== null);
      await allHungUp(request);
      expect(await requestOf(request)).to.include({ state: "failed" });
    });
    it("waits for the people of the room to come back, and dials the same call", async () => {
      await roster("answers");
      const meeting = await inCall();
      const [{ room }] = await query("select room from meeting where id = $1", [meeting.booked.meetingId]);
      const request = await asked({ meeting, room });
      const dials = () => phone.prosody.commands.filter(({ command }) => command === "dial");
      await until("it was tried", () => dials().length > 0);
      phone.prosody.openRoom(room);
      await seen(request, "connected");
      expect(new Set(dials().map(({ body }) => body.call)).size).to.equal(1);
    });
    it("fails when there is no gateway", async () => {
      await roster("no_gateway", "answers");
      expect(await seen(await ask(), "failed")).to.include({ why: "no_phone" });
    });
    it("dials the same call again while Prosody is away", async () => {
      await roster("answers");
      phone.prosody.isAway(true);
      const request = await ask();
      await until("a dial had no answer", () => phone.prosody.missed() > 0);
      phone.prosody.isAway(false);
      await seen(request, "connected");
      expect(await callsOf(request)).to.have.length(1);
      expect(phone.prosody.rings).to.have.length(1);
    });
    it("dials nobody twice when only the answer was lost", async () => {
      await roster("rings");
      phone.prosody.backendIsAway(true);
      phone.prosody.losesAnswers(true);
      const request = await ask();
      const dialled = () => phone.prosody.commands.filter(({ command }) => command === "dial");
      await until("it was dialled again", () => dialled().length >= 2);
      phone.prosody.losesAnswers(false);
      await ringing(request);
      expect(phone.prosody.rings).to.have.length(1);
      expect(new Set(dialled().map(({ body }) => body.call)).size).to.equal(1);
      phone.prosody.backendIsAway(false);
    });
    it("believes what was told of a leg that was gone before its gateway answered, also where it is told later", async () => {
      await roster("passes", "answers");
      phone.prosody.backendIsAway(true);
      const request = await ask();
      await ringing(request);
      phone.prosody.backendIsAway(false);
      await seen(request, "ended");
      expect(await told(request)).to.deep.equal(["Tolk 1 ended"]);
      expect((await callsOf(request))[0].connected_seconds).to.be.a("number");
    });
    it("gives up after the time to ring", async () => {
      await roster("answers");
      await within({ ringSeconds: 1 });
      phone.prosody.isAway(true);
      const request = await ask();
      expect(await seen(request, "failed")).to.include({ why: "no_phone" });
      phone.prosody.isAway(false);
      await allHungUp(request);
      expect(phone.prosody.rings).to.have.length(0);
    });
  });

  describe("that is stopped", () => {
    it("by the clerk while it rings: hung up, and nobody else is called", async () => {
      await roster("rings", "answers");
      const request = await ask();
      await ringing(request);
      expect((await withdraw(request)).json).to.include({ state: "withdrawn" });
      await allHungUp(request);
      expect((await withdraw(request)).json).to.include({ state: "withdrawn" });
      expect(await told(request)).to.deep.equal(["Tolk 1 unanswered"]);
      expect(phone.prosody.rings).to.have.length(1);
    });
    it("by the clerk while the gateway still thinks: nobody else is called", async () => {
      await roster("silent", "answers");
      const request = await ask();
      const commands = () => phone.prosody.commands.map(({ command }) => command);
      await until("it is being dialled", () => commands().includes("dial"));
      await withdraw(request);
      await until("it is hung up", () => commands().includes("hangup"));
      await allHungUp(request);
      expect(commands()).to.deep.equal(["dial", "hangup"]);
      expect(await requestOf(request)).to.deep.equal({ state: "withdrawn", why: null });
      expect(await told(request)).to.deep.equal(["Tolk 1 unanswered"]);
    });
    it("by the end of the meeting, two at once: all are hung up", async () => {
      await roster("rings", "rings", "answers");
      const first = await ask();
      const second = await asked(first);
      await Promise.all([ringing(first), ringing(second)]);
      expect((await end(first)).status).to.equal(200);
      await Promise.all([seen(first, "withdrawn"), seen(second, "withdrawn")]);
      await allHungUp(first);
      expect(phone.prosody.rings).to.have.length(2);
      expect(code(await withdraw(first))).to.equal("410 meeting_ended");
      expect(code(await askFor(first.meeting))).to.equal("410 meeting_ended");
    });
    it("by the end of the meeting when an interpreter is in: the call ends when its leg has gone", async () => {
      await roster("answers");
      const request = await ask();
      await seen(request, "connected");
      await end(request);
      await seen(request, "ended");
      await allHungUp(request);
      await until("the call is over", async () => (await callsOf(request))[0].state === "ended");
    });
  });

  it("is hung up by the clerk, and by the interpreter; whoever dropped out is called again first", async () => {
    await roster("answers", "answers");
    const request = await ask();
    await seen(request, "connected");
    const [{ id }] = await callsOf(request);
    await query("update interpreter set rank = 900 where name = 'Tolk 1'");
    phone.prosody.leave(request.room, id);
    await seen(request, "ended");
    expect((await callsOf(request))[0]).to.include({ state: "ended", guest: "left" });

    const again = await asked(request, { callAgain: id });
    await seen(again, "connected");
    expect(await told(again)).to.deep.equal(["Tolk 1 connected"]);
    expect((await withdraw(again)).json).to.include({ state: "ended" });
    await allHungUp(again);
    await until("the call is over", async () => (await callsOf(again))[0].state === "ended");
    const other = await ask();
    expect(code(await askFor(other.meeting, { callAgain: id }))).to.equal("404 not_found");
  });

  it("may be put out of the room by the clerk like any guest: the request is over", async () => {
    await roster("answers", "answers");
    const request = await ask();
    await seen(request, "connected");
    const [{ id }] = await callsOf(request);
    await post(`/api/meetings/${request.meeting.booked.meetingId}/guests/${id}/removal`);
    await phone.carryOutRoomOrders();
    await seen(request, "ended");
    expect((await callsOf(request))[0]).to.include({ state: "ended", guest: "removed" });
    await allHungUp(request);
  });

  it("is silenced and heard again by the clerk: every page of the call knows it, and a new call begins heard", async () => {
    await roster("rings");
    const request = await ask();
    const call = await ringing(request);
    const silence = (isSilenced: boolean, { id } = request, jar = clerk) =>
      post(`/api/interpreter-requests/${id}/silence`, { isSilenced }, jar);
    const isToldSilenced = async () => {
      const { booked, browser } = request.meeting;
      const body = { tabId: browser.tabId, isReturn: true };
      const asking = { bearer: booked.token, jar: browser.jar, body };
      const { people } = (await app.call("POST", "/api/appointment/arrival", asking)).json;
      expect(people.slice(0, 2).map((one: any) => one.isSilenced)).to.deep.equal([false, false]);
      return people.at(-1).isSilenced;
    };
    expect((await silence(true)).json, "nobody is heard yet").to.include({ isSilenced: false });
    phone.prosody.answer(request.room, call.id);
    await seen(request, "connected");
    expect(await isToldSilenced(), "a press before the answer counts for nothing").to.equal(false);
    expect((await silence(true)).json).to.include({ isSilenced: true });
    expect((await silence(true)).json).to.include({ isSilenced: true });
    expect(await isToldSilenced()).to.equal(true);
    expect(code(await silence(false, request, await signIn(app, colleague)))).to.equal("403 forbidden");
    expect(await isToldSilenced()).to.equal(true);
    expect((await silence(false)).json).to.include({ isSilenced: false });
    expect(await isToldSilenced()).to.equal(false);

    await silence(true);
    phone.prosody.leave(request.room, call.id);
    await seen(request, "ended");
    const again = await asked(request, { callAgain: call.id });
    phone.prosody.answer(request.room, (await ringing(again)).id);
    await seen(again, "connected");
    expect(await isToldSilenced()).to.equal(false);
    await end(request);
    expect(code(await silence(true, again))).to.equal("410 meeting_ended");
  });

  it("takes the next at the clerk's wish, and not two for a double click", async () => {
    await roster("rings", "rings", "answers");
    const request = await ask();
    const first = await ringing(request);
    await query("update interpreter_call set dialled_at = now() - interval '2 seconds' where id = $1", [first.id]);
    expect((await skip(request)).json).to.include({ state: "queued" });
    await ringing(request, 1);
    await skip(request);
    expect(await told(request)).to.deep.equal(["Tolk 1 unanswered", "Tolk 2 dialling"]);
    expect(phone.prosody.legs(request.room)).to.have.length(1);
  });

  it("of many at once never calls one person twice, and loses none", async () => {
    await roster(
      ...Array.from({ length: 9 }, (_, position) => (position < 3 ? ("rings" as const) : ("answers" as const))),
    );
    await within({ ringSeconds: 2 });
    const meetings = [];
    for (let count = 0; count < 6; count += 1) meetings.push(await talking());
    const requests = await Promise.all(meetings.map((meeting) => asked(meeting)));
    for (const request of requests) await seen(request, "connected");
    const taken = (await Promise.all(requests.map(callsOf))).flat().filter(({ state }) => state === "connected");
    expect(new Set(taken.map(({ name }) => name)).size).to.equal(6);
    expect(overlapping(phone.prosody.rings)).to.deep.equal([]);
  });

  it("is kept by the database itself from a second call to whoever is in one", async () => {
    await roster("rings");
    const request = await ask();
    const { id, interpreter_id, room } = await ringing(request);
    const second = () =>
      query(
        `with other as (
           insert into interpreter_request (meeting_id, request_id, clerk_id, language, state, asked_at, due_at)
           select meeting_id, gen_random_uuid(), clerk_id, language, state, asked_at, due_at from interpreter_request where id = $2
           returning id)
         insert into interpreter_call (id, request_id, interpreter_id, room, state, dialled_at, rings_until)
         select $1, other.id, $3, $4, 'dialling', now(), now() from other`,
        [randomUUID(), request.id, interpreter_id, room],
      ).catch((fault) => fault.driverError.constraint);
    expect(await second()).to.equal("interpreter_in_one_call");
    expect((await callsOf(request)).map((call) => call.id)).to.deep.equal([id]);
  });

  describe("within its limits", () => {
    it("dials only what is allowed", async () => {
      await enrol(app, [
        { name: "Ver", address: "+33612345678", rank: 1 },
        { name: "Duur", address: "+390012345678", rank: 2 },
        { name: "Elders", address: "sip:tolk@elders.example.org", rank: 3 },
        { name: "Hier", address: "sip:tolk@pbx.example.org", rank: 4 },
      ]);
      phone.prosody.fate("sip:tolk@pbx.example.org", "answers");
      const request = await ask();
      await seen(request, "connected");
      expect(await told(request)).to.deep.equal(["Hier connected"]);
      expect(phone.prosody.commands.filter(({ command }) => command === "dial")).to.have.length(1);
    });
    it("dials nobody once the day's minutes are used up, and cuts nobody off", async () => {
      await roster("answers", "answers");
      const running = await ask();
      await seen(running, "connected");
      await query("update interpreter_call set connected_at = now() - interval '11 minutes'");
      await within({ minutesPerDay: 10 });
      const request = await ask();
      expect(await seen(request, "unanswered")).to.include({ why: "daily_limit" });
      expect(await requestOf(running)).to.include({ state: "connected" });
      expect(phone.prosody.rings).to.have.length(1);
    });
    it("does not count what was said before the municipality's midnight", async () => {
      await roster("answers", "answers");
      const before = await ask();
      await seen(before, "connected");
      await withdraw(before);
      await until("the call is over", async () => (await callsOf(before))[0].state === "ended");
      const midnight = "date_trunc('day', now() at time zone 'Europe/Brussels') at time zone 'Europe/Brussels'";
      await query(
        `update interpreter_call set connected_at = ${midnight} - interval '3 hours', ended_at = ${midnight} + interval '30 seconds'`,
      );
      await within({ minutesPerDay: 1 });
      await seen(await ask(), "connected");
    });
    it("seeks two at most for one meeting", async () => {
      await roster("rings", "rings", "rings");
      const request = await ask();
      await asked(request);
      expect(code(await askFor(request.meeting))).to.equal("409 interpreters_full");
      await withdraw(request);
      expect((await askFor(request.meeting)).status).to.equal(200);
    });
    it("is not begun where the room is full, and takes a place in it", async () => {
      await roster("rings", "rings");
      const request = await ask();
      await ringing(request);
      const others: { id: string }[] = await query(
        `insert into clerk (email, name, role, is_active) select gen_random_uuid() || '@x.example', 'Many', 'clerk', true
         from generate_series(1, $1::int) returning id`,
        [guestsPerMeeting],
      );
      const answers = [];
      for (const { id } of others)
        answers.push(await post(`/api/meetings/${request.meeting.booked.meetingId}/colleagues`, { clerkId: id }));
      expect(answers.map(code)).to.deep.equal([
        ...Array(guestsPerMeeting - 1).fill("200 undefined"),
        "409 company_full",
      ]);
      expect(code(await askFor(request.meeting))).to.equal("409 company_full");
    });
    it("is one request for the same requestId", async () => {
      await roster("rings");
      const requestId = randomUUID();
      const request = await ask({ requestId });
      expect((await asked(request, { requestId })).id).to.equal(request.id);
    });
  });

  it("is for the clerk who leads alone", async () => {
    await roster("rings");
    const request = await ask();
    await ringing(request);
    const other = await signIn(app, colleague);
    const path = `/api/meetings/${request.meeting.booked.meetingId}/interpreters`;
    expect(code(await askFor(request.meeting, {}, other))).to.equal("403 forbidden");
    expect(code(await withdraw(request, other))).to.equal("403 forbidden");
    expect(code(await post(`/api/interpreter-requests/${request.id}/next`, {}, other))).to.equal("403 forbidden");
    expect(code(await app.call("GET", path, { jar: other }))).to.equal("403 forbidden");
    expect(code(await withdraw({ id: randomUUID() }))).to.equal("404 not_found");
    const stream = await openEventStream(`${app.url}/api/queue/events`, other);
    const view: { requests: InterpreterRequestView[] } = await stream.seen("its own", ({ requests }) => !!requests);
    stream.close();
    expect(view.requests).to.deep.equal([]);
    expect(await requestOf(request)).to.include({ state: "dialling" });
  });

  it("is refused to a clerk without the right, who is written down, and where there is no telephone", async () => {
    await roster("answers");
    const { meeting } = await talking();
    await query("update clerk set phones_interpreters = false where email = $1", [demoClerk.email]);
    expect(code(await askFor(meeting))).to.equal("403 may_not_phone");
    const choice = await app.call("GET", `/api/meetings/${meeting.booked.meetingId}/interpreters`, { jar: clerk });
    expect(choice.json).to.include({ mayPhone: false });

    const warnings: object[] = [];
    const log = { warn: (about: object) => warnings.push(about) } as unknown as Log;
    const [, asking] = interpretingRoutes(app.config, log);
    const [{ id: clerkId }] = await query("select id from clerk where email = $1", [demoClerk.email]);
    const [{ counter_id }] = await query("select counter_id from meeting where id = $1", [meeting.booked.meetingId]);
    const actor: ClerkActor = { kind: "clerk", clerkId, sessionId: "", role: "clerk", counterIds: [counter_id] };
    const { meetingId } = meeting.booked;
    const input = {
      meetingId,
      requestId: randomUUID(),
      language: "tr",
      medium: "phone" as const,
      callAgain: null,
      letIn: null,
    };
    const refused = await app.database.dataSource
      .transaction((db) => (asking as any).run({ db, actor, now: new Date() }, input))
      .catch((fault) => fault.code);
    expect(refused).to.equal("may_not_phone");
    expect(warnings).to.deep.equal([{ clerk: clerkId, meeting: meetingId }]);

    await query("update clerk set phones_interpreters = true");
    const context = { db: app.database.dataSource.manager, actor, now: new Date() };
    const without = await askInterpreter(context, input, { hasPhone: false }).catch((fault) => fault.code);
    expect(without).to.equal("no_phone");
    expect(await query("select from interpreter_request")).to.have.length(0);
  });

  it("says which languages can be asked for, and how many are at work and free", async () => {
    const [first] = await roster("rings", "answers");
    await enrol(app, [
      { name: "Twee", address: "+32470000001", languages: ["prs", "tr"] },
      { name: "Ver", address: "+33612345678", languages: ["sq"] },
      { name: "Weg", address: "+32470000002", languages: ["ar"] },
    ]);
    await query("update interpreter set away_from = current_date - 1 where name = 'Weg'");
    const request = await ask();
    await ringing(request);
    expect(phone.prosody.rings[0]!.to).to.equal(first!.address);
    const choice = await app.call("GET", `/api/meetings/${request.meeting.booked.meetingId}/interpreters`, {
      jar: clerk,
    });
    expect(choice.json).to.deep.equal({
      hasPhone: true,
      mayPhone: true,
      languages: [
        { language: "ar", available: 0, availableByVideo: 0 },
        { language: "prs", available: 1, availableByVideo: 0 },
        { language: "tr", available: 2, availableByVideo: 0 },
      ],
    });
  });

  describe("is exact across what fails", () => {
    const secondsOf = async (request: Asked) =>
      (await callsOf(request)).map(({ connected_seconds }) => connected_seconds).at(-1);

    it("minutes by Prosody's clock, while app and worker were away", async () => {
      await roster("rings");
      const request = await ask();
      const { id } = await ringing(request);
      await hunts.stop();
      phone.prosody.backendIsAway(true);
      const connectedAt = Date.now();
      phone.prosody.answer(request.room, id);
      await new Promise((resolve) => setTimeout(resolve, 2_000));
      phone.prosody.leave(request.room, id);
      const seconds = Math.round((Date.now() - connectedAt) / 1_000);
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      hunts = await phone.startHunts();
      phone.prosody.backendIsAway(false);
      await seen(request, "ended");
      expect(await secondsOf(request)).to.equal(seconds);
    });
    it("whoever answered while the app was away is not hung up at the end of the ring time", async () => {
      await roster("rings", "answers");
      await within({ ringSeconds: 2 });
      const request = await ask();
      const { id } = await ringing(request);
      phone.prosody.backendIsAway(true);
      phone.prosody.answer(request.room, id);
      await until("the ring time is over", async () => {
        const [{ past }] = await query(
          "select rings_until < now() - interval '3 seconds' past from interpreter_call where id = $1",
          [id],
        );
        return past;
      });
      phone.prosody.backendIsAway(false);
      await seen(request, "connected");
      expect(await told(request)).to.deep.equal(["Tolk 1 connected"]);
      expect(phone.prosody.commands.filter(({ command }) => command === "hangup")).to.deep.equal([]);
    });
    it("a Prosody that starts anew has lost its legs: who was in has dropped out, who was rung is passed over", async () => {
      await roster("answers", "rings");
      const first = await ask();
      await seen(first, "connected");
      const second = await ask();
      await ringing(second);
      phone.prosody.restart();
      phone.prosody.openRoom(first.room);
      phone.prosody.openRoom(second.room);
      await seen(first, "ended");
      await seen(second, "connected");
      expect(await told(second)).to.deep.equal(["Tolk 2 failed", "Tolk 1 connected"]);
    });
    it("after lost events, what Prosody lists counts", async () => {
      await roster("rings", "answers");
      const request = await ask();
      const { id } = await ringing(request);
      phone.prosody.backendIsAway(true);
      phone.prosody.answer(request.room, id);
      phone.prosody.loseEvents();
      phone.prosody.backendIsAway(false);
      await seen(request, "connected");
      phone.prosody.backendIsAway(true);
      phone.prosody.leave(request.room, id);
      phone.prosody.loseEvents();
      phone.prosody.backendIsAway(false);
      await seen(request, "ended");
    });
    it("a call that a dead worker had begun is dialled by the next, however late", async () => {
      await roster("answers");
      await hunts.stop();
      const request = await ask();
      await query(
        "update interpreter_request set state = 'dialling', leased_until = now() + interval '1 second' where id = $1",
        [request.id],
      );
      const id = randomUUID();
      await query(
        "insert into guest (id, meeting_id, role, name, language, state, announced_at) values ($1, $2, 'interpreter', 'Tolk 1', 'tr', 'announced', now())",
        [id, request.meeting.booked.meetingId],
      );
      await query(
        `insert into interpreter_call (id, request_id, interpreter_id, room, state, dialled_at, rings_until)
         select $1, $2, id, $3, 'dialling', now() - interval '1 minute', now() - interval '30 seconds' from interpreter`,
        [id, request.id, request.room],
      );
      hunts = await phone.startHunts();
      await seen(request, "connected");
      expect(phone.prosody.rings.map(({ call }) => call)).to.deep.equal([id]);
    });
  });
});

/** Telephones that two calls made ring at once. */
function overlapping(rings: TestPhone["prosody"]["rings"]): string[] {
  return rings.flatMap((one, position) =>
    rings
      .slice(position + 1)
      .filter(({ to, from }) => to === one.to && from < (one.until ?? Number.POSITIVE_INFINITY))
      .map(({ to }) => to),
  );
}
