import { randomUUID } from "node:crypto";
import { expect } from "chai";
import type { CookieJar, TestApp } from "../../../test/app.js";
import { code } from "../../../test/calls.js";
import { colleague, interpreterOf, signIn } from "../../../test/factories.js";
import { startRoster } from "../../../test/roster.js";
import { Interpreter } from "./interpreter.entity.js";

const now = new Date("2026-11-23T09:00:00Z");

describe("the roster of interpreters", () => {
  const { begun, add, roster, names } = startRoster(now);
  let app: TestApp;
  let jar: CookieJar;
  let clerk: CookieJar;

  before(async () => {
    ({ app, jar } = begun());
    clerk = await signIn(app, colleague);
  });

  describe("is the administrators' alone", () => {
    const paths: [string, string, unknown][] = [
      ["GET", "/api/interpreters", undefined],
      ["POST", "/api/interpreters", { requestId: randomUUID(), ...interpreterOf() }],
      ["PUT", `/api/interpreters/${randomUUID()}`, interpreterOf()],
      ["DELETE", `/api/interpreters/${randomUUID()}`, undefined],
      ["GET", "/api/interpreters.csv", undefined],
      ["POST", "/api/interpreters/import", Buffer.from("Naam;Talen;Nummer\nA;tr;+32470123456\n")],
    ];
    for (const role of ["clerk", "supervisor"])
      for (const [method, path, body] of paths)
        it(`${method} ${path.replace(/[0-9a-f-]{36}/, "…")} refuses a ${role}`, async () => {
          await app.database.dataSource.query("update clerk set role = $1 where email = $2", [role, colleague.email]);
          expect(code(await app.call(method, path, { jar: clerk, body }))).to.equal("403 forbidden");
          expect(await roster()).to.deep.equal([]);
        });
  });

  it("reads no byte of a file for who is no administrator", async () => {
    const large = Buffer.alloc(2 * 1024 * 1024 + 1);
    expect(code(await app.call("POST", "/api/interpreters/import", { jar: clerk, body: large }))).to.equal(
      "403 forbidden",
    );
  });
  it("gets somebody, once for the same request, and says who it was", async () => {
    const requestId = randomUUID();
    const first = await add({ languages: ["tr", "ku", "tr"], address: "0032 (0)470 12 34 56" }, requestId);
    expect(first.status).to.equal(201);
    expect(first.json).to.deep.equal({
      ...interpreterOf({ languages: ["tr", "ku"] }),
      id: requestId,
      lastCalledAt: null,
      lastTest: null,
    });
    const again = await Promise.all([1, 2, 3].map(() => add({ name: "Iemand anders" }, requestId.toUpperCase())));
    for (const { status, json } of again) expect([status, json]).to.deep.equal([201, first.json]);
    expect(await roster()).to.deep.equal([first.json]);
  });
  it("gets the same request from many at once, once", async () => {
    const requestId = randomUUID();
    const answers = await Promise.all([1, 2, 3, 4].map(() => add({}, requestId)));
    expect(answers.map(({ status }) => status)).to.deep.equal([201, 201, 201, 201]);
    expect(await names()).to.deep.equal(["Ayşe Demir"]);
  });
  it("has the same name at the same number once", async () => {
    await add();
    expect(code(await add())).to.equal("409 interpreter_known");
    expect((await add({ address: "+32470123457" })).status).to.equal(201);
    const { json } = await add({ name: "Zeynep Demir" });
    const taken = await app.call("PUT", `/api/interpreters/${json.id}`, { jar, body: interpreterOf() });
    expect(code(taken)).to.equal("409 interpreter_known");
    expect(await names()).to.deep.equal(["Ayşe Demir", "Ayşe Demir", "Zeynep Demir"]);
  });
  it("refuses what is wrong by its field, and what comes back before it went", async () => {
    const fields = async (changes: object) => (await add(changes)).json.fields;
    expect(await fields({ address: "0470 12 34 56" })).to.deep.equal(["address"]);
    expect(await fields({ hours: [{ days: [1], from: "12:00", until: "09:00" }] })).to.deep.equal(["hours.0"]);
    expect(await fields({ awayFrom: "2026-12-24", awayUntil: "2026-12-23" })).to.deep.equal(["awayUntil"]);
    expect(await fields({ awayFrom: "0000-12-24" })).to.deep.equal(["awayFrom"]);
    expect(await roster()).to.deep.equal([]);
  });
  it("is listed as it is called, who is not active last", async () => {
    for (const [name, rank, isActive] of [
      ["Derde", 200, true],
      ["Laatste", 1, false],
      ["Eerste", 5, true],
      ["Tweede", 100, true],
    ] as const)
      await add({ name, rank, isActive });
    expect(await names()).to.deep.equal(["Eerste", "Tweede", "Derde", "Laatste"]);
  });
  it("is changed, and keeps when somebody was called", async () => {
    const { json } = await add();
    const calledAt = new Date("2026-11-20T10:00:00Z");
    await app.database.dataSource.getRepository(Interpreter).update({ id: json.id }, { lastCalledAt: calledAt });
    const changes = {
      hours: [{ days: [5, 1], from: "09:00", until: "24:00" }],
      isActive: false,
      awayUntil: "2026-12-24",
    };
    const path = `/api/interpreters/${json.id}`;
    const changed = await app.call("PUT", path, { jar, body: interpreterOf(changes) });
    expect(changed.json).to.deep.equal({
      ...interpreterOf({ ...changes, hours: [{ days: [1, 5], from: "09:00", until: "24:00" }] }),
      id: json.id,
      lastCalledAt: calledAt.toISOString(),
      lastTest: null,
    });
    expect(await roster()).to.deep.equal([changed.json]);
    const unknown = await app.call("PUT", `/api/interpreters/${randomUUID()}`, { jar, body: interpreterOf() });
    expect(code(unknown)).to.equal("404 not_found");
  });
  it("loses whoever was never called, and keeps whoever was, never to be called again", async () => {
    await app.database.dataSource.query("create table a_call (interpreter_id uuid references interpreter)");
    const [gone, kept] = [(await add({ name: "Gone" })).json, (await add({ name: "Kept" })).json];
    await app.database.dataSource.query("insert into a_call values ($1)", [kept.id]);
    const remove = (id: string) => app.call("DELETE", `/api/interpreters/${id}`, { jar });
    expect((await remove(gone.id)).json.interpreters).to.deep.equal([kept]);
    const left = [{ ...kept, isActive: false }];
    expect((await remove(kept.id)).json.interpreters).to.deep.equal(left);
    expect((await remove(gone.id)).json.interpreters, "again changes nothing").to.deep.equal(left);
    await app.database.dataSource.query("drop table a_call");
  });
});
