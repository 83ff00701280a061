import { randomUUID } from "node:crypto";
import { expect } from "chai";
import type { CookieJar, TestApp } from "../../../test/app.js";
import { code, startCalls } from "../../../test/calls.js";
import { colleague, interpreterOf, signIn, signInAsAdministrator } from "../../../test/factories.js";
import { startTestPhone, type TestPhone } from "../../../test/phone.js";
import { until } from "../../../test/until.js";
import { forgetCalls } from "./forget-calls.js";

const now = new Date();

describe("the invoice of an interpreter", function () {
  this.timeout(30_000);
  const calls = startCalls(now, { SIP_URI: "balie@pbx.example.org" });
  const { query, inCall } = calls;
  let app: TestApp;
  let clerk: CookieJar;
  let admin: CookieJar;
  let phone: TestPhone;
  let hunts: Awaited<ReturnType<TestPhone["startHunts"]>>;
  let next = 0;

  before(async () => {
    ({ app, clerk } = calls.begun());
    admin = await signInAsAdministrator(app);
    phone = await startTestPhone(app);
    hunts = await phone.startHunts();
  });
  after(async () => {
    await hunts.stop();
    await phone.stop();
  });
  beforeEach(async () => {
    await query("delete from interpreter_request");
    await query("delete from guest");
    await query("delete from interpreter");
  });

  const stateOf = async (id: string) => (await query("select state from interpreter_request where id = $1", [id]))[0];
  const seen = (id: string, state: string) => until(state, async () => (await stateOf(id))?.state === state);
  /** Somebody of the roster is called, answers, and hangs up: a call whose times are then set. */
  const called = async (from: string, seconds: number, changes: object = {}) => {
    const address = `+3248${String(++next).padStart(7, "0")}`;
    const requestId = randomUUID();
    const body = {
      requestId,
      ...interpreterOf({ address, agencyName: "Tolkpunt", contractNumber: "C-7", ...changes }),
    };
    await app.call("POST", "/api/interpreters", { jar: admin, body });
    phone.prosody.fate(address, "answers");
    const { booked } = await inCall();
    const [{ room }] = await query("select room from meeting where id = $1", [booked.meetingId]);
    phone.prosody.openRoom(room);
    const asked = { requestId: randomUUID(), language: "tr", callAgain: null };
    const path = `/api/meetings/${booked.meetingId}/interpreters`;
    const { id } = (await app.call("POST", path, { jar: clerk, body: asked })).json;
    await seen(id, "connected");
    const [{ call }] = await query("select id call from interpreter_call where request_id = $1", [id]);
    phone.prosody.leave(room, call);
    await seen(id, "ended");
    await until(
      "hung up",
      async () => (await query("select hung_up_at from interpreter_call where id = $1", [call]))[0].hung_up_at,
    );
    const endedAt = new Date(Date.parse(from) + seconds * 1_000);
    await query("update interpreter_call set connected_at = $2, ended_at = $3 where id = $1", [call, from, endedAt]);
    await query("update interpreter_request set ended_at = $2 where id = $1", [id, endedAt]);
    await query("update interpreter set is_active = false");
    return { id, call, interpreterId: requestId };
  };
  const save = (month: string, jar = admin) =>
    app.call("GET", `/api/interpreter-calls.csv?month=${encodeURIComponent(month)}`, { jar });
  const lines = async (month: string) => (await save(month)).bytes.toString().split("\r\n").slice(1, -1);

  it("is a month of answered calls by the municipality's clock, as they were made, and tells of no citizen", async () => {
    const { interpreterId } = await called("2026-10-31T23:00:00Z", 605);
    await called("2026-10-31T22:59:59Z", 60, { name: "Net Oktober" });
    await called("2026-11-30T22:59:59Z", 90, { name: "=Formule", contractNumber: null, agencyName: null });
    await called("2026-11-30T23:00:00Z", 30, { name: "Al December" });
    const body = interpreterOf({ name: "Nieuwe Naam", agencyName: "Ander Bureau", contractNumber: "C-8" });
    expect((await app.call("PUT", `/api/interpreters/${interpreterId}`, { jar: admin, body })).status).to.equal(200);
    await app.call("DELETE", `/api/interpreters/${interpreterId}`, { jar: admin });

    const [{ counter }] = await query(
      "select k.name->>'nl' counter from meeting m join counter k on k.id = m.counter_id",
    );
    expect(await lines("2026-11")).to.deep.equal([
      `"2026-11-01 00:00:00";"Turks";"Ayşe Demir";"Tolkpunt";"C-7";"605";"${counter}";"telefoon"`,
      `"2026-11-30 23:59:59";"Turks";"'=Formule";;;"90";"${counter}";"telefoon"`,
    ]);
    expect((await lines("2026-10")).map((line) => line.split(";")[2])).to.deep.equal(['"Net Oktober"']);
    const { headers, text } = await save("2026-11");
    expect(headers["content-disposition"]).to.equal('attachment; filename="interpreter-calls-2026-11.csv"');
    expect(headers["content-type"]).to.equal("text/csv; charset=utf-8");
    const [{ citizen_name }] = await query("select citizen_name from appointment limit 1");
    expect(text).to.not.include(citizen_name);
    expect(text).to.not.include("+32");
  });

  it("is the administrators' alone, of a month that there can be", async () => {
    expect(code(await save("2026-11", await signIn(app, colleague)))).to.equal("403 forbidden");
    for (const wrong of ["2026-13", "2026-1", "", "11-2026", "2026-11' or true --"])
      expect((await save(wrong)).status, wrong).to.equal(422);
  });

  it("is forgotten by date: the call, its guest and the search, and nobody who is still to be hung up", async () => {
    const old = await called("2026-10-01T10:00:00Z", 60);
    const owing = await called("2026-10-01T10:00:00Z", 60);
    const young = await called("2026-10-05T10:00:00Z", 60);
    await query("update interpreter_call set must_hang_up = true, hung_up_at = null where id = $1", [owing.call]);
    const forget = () =>
      forgetCalls({ db: app.database.dataSource.manager, now: new Date("2026-12-03T10:01:00Z") }, 63);
    await Promise.all([forget(), forget()]);
    await forget();
    const left = async (sql: string) => (await query(sql)).map(({ id }: { id: string }) => id).sort();
    expect(await left("select id from interpreter_call")).to.deep.equal([owing.call, young.call].sort());
    expect(await left("select id from guest")).to.deep.equal([owing.call, young.call].sort());
    expect(await left("select id from interpreter_request")).to.deep.equal([owing.id, young.id].sort());
    const removed = await app.call("DELETE", `/api/interpreters/${old.interpreterId}`, { jar: admin });
    expect(removed.json.interpreters.map(({ id }: { id: string }) => id)).to.not.include(old.interpreterId);
  });
});
