import { expect } from "chai";
import pg from "pg";
import { type Answer, startTestApp, type TestApp } from "../../../test/app.js";
import { bookingOf, buildMunicipality, quarterAfter } from "../../../test/factories.js";
import { lockWaiters } from "../../../test/lock-waiters.js";
import { until } from "../../../test/until.js";
import { isAway } from "./away.rules.js";
import { createDataSource } from "./data-source.js";

const now = new Date("2026-11-23T09:00:00Z");
const nothing = { entities: [], migrations: [] };

describe("a database that is away", () => {
  let app: TestApp;
  let serviceId: string;
  let rival: pg.Client;

  before(async () => {
    app = await startTestApp(now);
    serviceId = (await buildMunicipality(app.database.dataSource, 8)).service.id;
    rival = new pg.Client({ connectionString: app.database.url });
    await rival.connect();
  });
  after(async () => {
    await rival.end();
    await app.stop();
  });

  const book = (minutes: number) =>
    app.call("POST", "/api/appointments", { body: bookingOf(serviceId, quarterAfter(now, minutes)) });
  const expectUnavailable = ({ status, headers, json }: Answer) => {
    expect([status, Object.keys(json), json.code]).to.deep.equal([503, ["code", "requestId"], "unavailable"]);
    expect(headers).to.include({ "retry-after": "10", "cache-control": "no-store" });
  };
  const written = async () => {
    const tables = ["appointment", "meeting", "outbox_message"];
    const counts = tables.map((table) => `(select count(*)::int from ${table})`).join(", ");
    return Object.values((await rival.query({ text: `select ${counts}`, rowMode: "array" })).rows[0] ?? []);
  };

  it("whose disk is full refuses a booking as a whole, and takes it when there is room again", async () => {
    await rival.query(`create function no_room() returns trigger language plpgsql as $$ begin
        raise exception 'could not extend file "base/1/2": No space left on device' using errcode = '53100'; end $$;
      create trigger no_room before insert on outbox_message execute function no_room()`);
    const before = await written();
    expectUnavailable(await book(60));
    expect(await written()).to.deep.equal(before);
    await rival.query("drop function no_room cascade");
    expect((await book(60)).status).to.equal(201);
  });

  it("that breaks off a booking under way is told as such, and the next one finds a new connection", async () => {
    await rival.query("begin; select from counter for update");
    const before = await written();
    const booking = book(90);
    await until("the booking waits", async () => (await rival.query(lockWaiters)).rowCount);
    await rival.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
    );
    expectUnavailable(await booking);
    await rival.query("commit");
    expect(await written()).to.deep.equal(before);
    expect((await book(90)).status).to.equal(201);
  });

  it("is one that nobody answers for, whose name is unknown, or that has no connection left", async () => {
    const opening = (address: string) =>
      createDataSource(address, nothing)
        .initialize()
        .catch((fault: unknown) => fault);
    expect(isAway(await opening("postgres://balie@127.0.0.1:1/balie"))).to.equal(true);
    expect(isAway(await opening("postgres://balie@localhost:1/balie"))).to.equal(true);
    expect(isAway(await opening("postgres://balie@nowhere.invalid/balie"))).to.equal(true);

    const small = await createDataSource(app.database.url, nothing, 1, 1_000).initialize();
    const holder = small.createQueryRunner();
    await holder.connect();
    expect(isAway(await small.query("select 1").catch((fault: unknown) => fault))).to.equal(true);
    await holder.release();
    await small.destroy();
  });

  it("is not one that finds our statement wrong: that is a fault of ours", async () => {
    await rival.query("alter table service rename to elsewhere");
    const { status, json } = await app.call("GET", "/api/services");
    await rival.query("alter table elsewhere rename to service");
    expect([status, json.code]).to.deep.equal([500, "server_error"]);
    for (const fault of [new Error("no"), new TypeError("Connection is not a function"), "ECONNREFUSED", undefined])
      expect(isAway(fault)).to.equal(false);
  });
});
