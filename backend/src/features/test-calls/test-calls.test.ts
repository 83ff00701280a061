import { randomUUID } from "node:crypto";
import { expect } from "chai";
import type { CookieJar, TestApp } from "../../../test/app.js";
import { code, startCalls } from "../../../test/calls.js";
import { openEventStream } from "../../../test/event-stream.js";
import { interpreterOf } from "../../../test/factories.js";
import { enrol } from "../../../test/phone.js";
import { startRealPhone } from "../../../test/real-phone.js";
import { until } from "../../../test/until.js";
import { hearLegs } from "../interpreting/hear-legs.js";
import { loadSpeakers } from "../interpreting/load-speakers.js";
import { hearTogether } from "../meetings/hear-together.js";
import { forgetTestCalls } from "./forget-test-calls.js";
import { hearTestCalls } from "./hear-test-calls.js";
import { pursueTestCall, type TestCalls } from "./pursue-test-call.js";
import { runTestCalls } from "./run-test-calls.js";

const ringSeconds = 2;

/** App, worker, Prosody and our module are the real ones; the gateway is a stand-in, whose fates are in fate.ts. */
describe("a test call to an interpreter", function () {
  this.timeout(60_000);
  const calls = startCalls(new Date(), {
    ...{ SIP_URI: "balie@pbx.example.org", PHONE_ALLOWED_PREFIXES: "+32", PHONE_MINUTES_PER_DAY: "10" },
  });
  const { query } = calls;
  let app: TestApp;
  let admin: CookieJar;
  let phone: Awaited<ReturnType<typeof startRealPhone>>;
  let tests: TestCalls;
  let worker: { stop: () => Promise<void> } | null;
  let next = 0;

  beforeEach(async () => {
    ({ app, clerk: admin } = calls.begun());
    for (const table of ["interpreter_call", "interpreter_request", "interpreter", "room_order"])
      await query(`delete from ${table}`);
    await query("update clerk set role = 'admin', phones_interpreters = true");
    const settings = { PHONE_RING_SECONDS: ringSeconds };
    phone = await startRealPhone(app, hearTogether([hearLegs(settings), hearTestCalls(settings)]));
    tests = { ...phone.parts, control: phone.control, ringSeconds };
    worker = await runTestCalls(app.database.url, tests);
  });
  afterEach(async () => {
    await worker?.stop();
    await phone.stop();
  });
  const withoutWorker = async () => {
    await worker?.stop();
    worker = null;
  };

  /** An interpreter whose number ends so; what becomes of the call is in fate.ts. */
  const onRoster = async (ending: string): Promise<string> => {
    const [id] = await enrol(app, [
      { name: "Ayşe Demir", address: `+3247${String(++next).padStart(5, "0")}${ending}` },
    ]);
    return id!;
  };
  const begin = (interpreterId: string, requestId: string = randomUUID(), jar = admin) =>
    app.call("POST", `/api/interpreters/${interpreterId}/test-calls`, { jar, body: { requestId } });
  const begun = async (ending: string) => {
    const interpreterId = await onRoster(ending);
    const id = randomUUID();
    const { status, json, text } = await begin(interpreterId, id);
    expect(status, text).to.equal(200);
    expect(json.calls).to.deep.include({ id, interpreterId, state: "dialling" });
    return { id, interpreterId };
  };
  const withdraw = (id: string) => app.call("POST", `/api/test-calls/${id}/withdrawal`, { jar: admin, body: {} });
  const callOf = async (id: string) => (await query("select * from interpreter_call where id = $1", [id]))[0];
  const becomes = (id: string, state: string) =>
    until(`the call is ${state}`, async () => ((await callOf(id)).state === state ? true : null), 30_000);
  const resultOf = async (interpreterId: string) => {
    const { json } = await app.call("GET", "/api/interpreters", { jar: admin });
    return json.interpreters.find((one: any) => one.id === interpreterId).lastTest?.result ?? null;
  };
  const nothingIsLeft = () =>
    until(
      "no leg and no room is left",
      async () => {
        const { rooms } = await phone.control.rooms();
        const owed = await query("select from interpreter_call where must_hang_up and hung_up_at is null");
        const due = await query("select from test_call where due_at is not null");
        return owed.length + due.length + phone.gateway.legs.size + rooms.length === 0;
      },
      30_000,
    );
  const dialled = () => phone.happenings.filter(({ is }) => is === "dialled").length;

  it("is answered, seen at each step, hung up by itself, and stands on the roster", async () => {
    const stream = await openEventStream(`${app.url}/api/test-calls/events`, admin);
    await stream.seen("nothing yet", ({ calls: all }) => all?.length === 0);
    const { id, interpreterId } = await begun("00");
    for (const state of ["dialling", "connected", "ended"]) {
      await becomes(id, state);
      app.refresh("roster");
      await stream.seen(state, ({ calls: all }) => all?.[0]?.id === id && all[0].state === state);
    }
    const call = await callOf(id);
    expect(call.connected_seconds).to.be.within(4, 8);
    expect(call.room).to.match(/^[0-9a-f]{40}$/);
    expect(await resultOf(interpreterId)).to.equal("connected");
    await nothingIsLeft();
    expect(await query("select from room_order"), "whoever is rung belongs there").to.have.length(0);
    expect(dialled()).to.equal(1);
  });
  for (const [ending, what, result] of [
    ["02", "rings out", "unanswered"],
    ["01", "is busy", "refused"],
    ["03", "is refused by the gateway", "refused"],
  ] as const)
    it(`${what}, and leaves nothing behind`, async () => {
      const { id, interpreterId } = await begun(ending);
      await becomes(id, result);
      expect(await resultOf(interpreterId)).to.equal(result);
      await nothingIsLeft();
    });
  it("fails where there is no gateway", async () => {
    await phone.gateway.stop();
    const user = { id: "x", name: "x", role: "interpreter" };
    const dial = () =>
      phone.control.dial({ room: randomUUID(), call: randomUUID(), to: "+32470000000", user, opens: true });
    await until("it has left", async () => (await dial()).is === "no_gateway");
    const { id, interpreterId } = await begun("00");
    await becomes(id, "failed");
    expect(await resultOf(interpreterId)).to.equal("failed");
    await nothingIsLeft();
  });

  it("is one for the same request, and for two administrators at once", async () => {
    const interpreterId = await onRoster("02");
    const id = randomUUID();
    const answers = await Promise.all([begin(interpreterId, id), begin(interpreterId, id), begin(interpreterId)]);
    const told = answers.map((answer) => (answer.status === 200 ? "begun" : code(answer))).sort();
    expect(await query("select from test_call")).to.have.length(1);
    expect(told).to.include("409 interpreter_busy");
    await until("it rings", async () => (dialled() > 0 ? true : null));
    expect(code(await begin(interpreterId))).to.equal("409 interpreter_busy");
    const [{ id: callId }] = await query("select id from test_call");
    await withdraw(callId);
    await nothingIsLeft();
    expect(dialled()).to.equal(1);
  });
  it("rings nobody who is in a meeting's call, and a search passes over who is tested", async () => {
    const { id, interpreterId } = await begun("02");
    await until("it rings", async () => (await callOf(id)).is_ringing || null);
    const request: any = { id: randomUUID(), language: "tr", callAgainId: null };
    const candidates = () => loadSpeakers(app.database.dataSource.manager, request, new Date());
    expect(await candidates()).to.deep.equal([]);
    await withdraw(id);
    await until("they are free", async () => ((await candidates()).length === 1 ? true : null));
    await query(
      `insert into interpreter_call (id, interpreter_id, room, state, dialled_at, rings_until) values ($1, $2, 'r', 'dialling', now(), now())`,
      [randomUUID(), interpreterId],
    );
    expect(code(await begin(interpreterId))).to.equal("409 interpreter_busy");
  });
  it("is hung up by an administrator, ringing or connected; again changes nothing", async () => {
    const ringing = await begun("02");
    await until("it rings", async () => (await callOf(ringing.id)).is_ringing || null);
    const first = await withdraw(ringing.id);
    expect(first.json.calls).to.deep.include({ ...ringing, state: "withdrawn" });
    expect(code(await withdraw(randomUUID()))).to.equal("404 not_found");
    expect(await resultOf(ringing.interpreterId), "nothing is known of the number").to.equal(null);
    const connected = await begin(ringing.interpreterId).then(({ json }) => json.calls[0].id as string);
    await withdraw(connected);
    expect((await withdraw(connected)).status).to.equal(200);
    const answered = await begun("00");
    await becomes(answered.id, "connected");
    await withdraw(answered.id);
    await becomes(answered.id, "ended");
    expect((await callOf(answered.id)).connected_seconds).to.be.lessThan(5);
    await nothingIsLeft();
  });

  it("goes on when a worker dies: between commit and dial, and after the answer", async () => {
    await withoutWorker();
    const { id } = await begun("00");
    // Claimed by a worker that died before it dialled.
    await query("update test_call set leased_until = now() + interval '300 milliseconds' where id = $1", [id]);
    worker = await runTestCalls(app.database.url, tests);
    await becomes(id, "connected");
    await withoutWorker();
    await query("update test_call set due_at = now() - interval '1 second' where id = $1", [id]);
    worker = await runTestCalls(app.database.url, tests);
    await becomes(id, "ended");
    await nothingIsLeft();
    expect(dialled()).to.equal(1);
  });
  it("is dialled once by two workers", async () => {
    await withoutWorker();
    const { id } = await begun("02");
    const asked: string[] = [];
    // Prosody's answer takes until the second worker has seen to it too.
    let answer = () => {};
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const dial: TestCalls["control"]["dial"] = async (one) => {
      asked.push(one.call);
      if (asked.length > 1) answer();
      await answered;
      return phone.control.dial(one);
    };
    const counted = { ...tests, control: { ...phone.control, dial } };
    const first = pursueTestCall(counted, id);
    await until("it is dialled", () => asked.length === 1);
    await Promise.all([first, pursueTestCall(counted, id).finally(answer)]);
    expect(asked).to.deep.equal([id]);
    worker = await runTestCalls(app.database.url, tests);
    await becomes(id, "unanswered");
    await nothingIsLeft();
  });
  it("puts out whoever does not belong: in a room, or by a name, that no test call has", async () => {
    const test = await begun("02");
    await until("it rings", async () => (await callOf(test.id)).is_ringing || null);
    const stranger = randomUUID();
    const user = { id: stranger, name: "x", role: "interpreter" };
    await phone.control.dial({ room: "strange", call: stranger, to: "+32470000000", user, opens: true });
    await until("it is ordered out", async () => (await query("select from room_order")).length > 0 || null);
    expect(await query("select room, user_id from room_order")).to.deep.equal([{ room: "strange", user_id: stranger }]);
    await phone.carryOutRoomOrders();
    await until("it is out", () => phone.gateway.legs.size === 1);
    await withdraw(test.id);
    await nothingIsLeft();
  });

  it("is for administrators who may phone, alone", async () => {
    const interpreterId = await onRoster("00");
    await query("update clerk set phones_interpreters = false");
    expect(code(await begin(interpreterId))).to.equal("403 may_not_phone");
    await query("update clerk set role = 'clerk', phones_interpreters = true");
    expect(code(await begin(interpreterId))).to.equal("403 forbidden");
    expect(code(await withdraw(randomUUID()))).to.equal("403 forbidden");
    expect(dialled()).to.equal(0);
  });
  it("shows other clerks nothing", async () => {
    const { id } = await begun("02");
    await query("update clerk set role = 'clerk'");
    const stream = await openEventStream(`${app.url}/api/test-calls/events`, admin);
    await stream.seen("none", ({ calls: all }) => all?.length === 0);
    await query("update clerk set role = 'admin'");
    await withdraw(id);
    await nothingIsLeft();
  });
  it("dials no number outside the allow-list, nobody unknown, and nobody once the day's minutes are used up", async () => {
    const [abroad] = await enrol(app, [{ name: "Ver", address: "+33612345600" }]);
    expect(code(await begin(abroad!))).to.equal("409 number_not_allowed");
    expect(code(await begin(randomUUID()))).to.equal("404 not_found");
    const interpreterId = await onRoster("00");
    await query(
      `insert into interpreter_call (id, interpreter_id, room, state, dialled_at, connected_at, ended_at, must_hang_up, hung_up_at)
       values ($1, $2, 'r', 'ended', now(), now() - interval '10 minutes', now(), true, now())`,
      [randomUUID(), abroad],
    );
    expect(code(await begin(interpreterId))).to.equal("409 phone_minutes_used");
    expect(dialled()).to.equal(0);
  });

  it("says nothing of an address that was written down since, nor keeps what was found for another", async () => {
    const { id, interpreterId } = await begun("02");
    const moved = interpreterOf({ name: "Ayşe Demir", address: "+32470999900" });
    await app.call("PUT", `/api/interpreters/${interpreterId}`, { jar: admin, body: moved });
    await becomes(id, "unanswered");
    expect(await resultOf(interpreterId)).to.equal(null);
    const again = (await begin(interpreterId)).json.calls[0].id;
    await becomes(again, "connected");
    expect(await resultOf(interpreterId)).to.equal("connected");
    await app.call("PUT", `/api/interpreters/${interpreterId}`, { jar: admin, body: { ...moved, name: "Ayşe D." } });
    expect(await resultOf(interpreterId), "the same address").to.equal("connected");
    await app.call("PUT", `/api/interpreters/${interpreterId}`, {
      jar: admin,
      body: { ...moved, address: "+32470999901" },
    });
    expect(await resultOf(interpreterId)).to.equal(null);
    await becomes(again, "ended");
    await nothingIsLeft();
  });
  it("does not keep on the roster whom nobody else rang; and is forgotten after its days, its result is not", async () => {
    const first = await begun("01");
    await becomes(first.id, "refused");
    await nothingIsLeft();
    await forgetTestCalls({ db: app.database.dataSource.manager, now: new Date(Date.now() + 9 * 86_400_000) }, 10);
    expect(await callOf(first.id)).to.not.equal(undefined);
    await forgetTestCalls({ db: app.database.dataSource.manager, now: new Date(Date.now() + 11 * 86_400_000) }, 10);
    expect(await callOf(first.id)).to.equal(undefined);
    expect(await resultOf(first.interpreterId)).to.equal("refused");
    const second = await begun("01");
    await becomes(second.id, "refused");
    await nothingIsLeft();
    const { json } = await app.call("DELETE", `/api/interpreters/${second.interpreterId}`, { jar: admin });
    expect(json.interpreters.map(({ id }: any) => id)).to.deep.equal([first.interpreterId]);
  });
});
