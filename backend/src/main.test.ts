import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { request } from "node:http";
import { expect } from "chai";
import pg from "pg";
import { freePort } from "../../appliance/embedded/ports.js";
import { callServer, startTestApp, type TestApp } from "../test/app.js";
import { arrive, book, bookingOf, buildMunicipality, quarterAfter, signIn } from "../test/factories.js";
import { lockWaiters } from "../test/lock-waiters.js";
import { documentedMetrics, parseMetrics } from "../test/metrics.js";
import { environmentOf, spawnScript } from "../test/run-script.js";
import { until } from "../test/until.js";

const token = "m".repeat(40);

/** The process itself, as it runs in production but for its address. */
describe("the backend's process", function () {
  this.timeout(60_000);
  let app: TestApp;
  let serviceId: string;
  let backend: ChildProcess;
  let ports: { http: number; internal: number };
  const now = new Date();

  before(async () => {
    app = await startTestApp(now);
    serviceId = (await buildMunicipality(app.database.dataSource, 8)).service.id;
  });
  after(() => app?.stop());
  beforeEach(async () => {
    ports = { http: await freePort(), internal: await freePort() };
    backend = spawnScript(
      "main",
      [],
      {
        ...environmentOf(app.config),
        HTTP_PORT: String(ports.http),
        INTERNAL_HTTP_PORT: String(ports.internal),
        METRICS_TOKEN: token,
      },
      ["ignore", "ignore", "inherit"],
    );
    await until("ready", async () => (await ask("/readyz")).status === 200);
  });
  afterEach(() => backend.kill("SIGKILL"));

  const ask = (url: string) => callServer(ports.http, "GET", url);
  const scrape = async () =>
    parseMetrics((await callServer(ports.internal, "GET", "/metrics", { bearer: token })).text);

  describe("when it is asked to stop", () => {
    it("is no longer ready, answers what is under way, lets the pages go with a time to come back, and ends well", async () => {
      const page = await openStream(ports.http, "/api/queue/events", await signIn(app));
      const rival = new pg.Client({ connectionString: app.database.url });
      await rival.connect();
      await rival.query("begin; select from counter for update");
      const booking = callServer(ports.http, "POST", "/api/appointments", {
        body: bookingOf(serviceId, quarterAfter(now, 400)),
      });
      await until("the booking waits", async () => {
        const { rows } = await rival.query(lockWaiters);
        return rows.length > 0;
      });

      const askedAt = Date.now();
      backend.kill("SIGTERM");
      const draining = await until("not ready", async () => {
        const answer = await ask("/readyz");
        return answer.status === 503 ? answer : null;
      });
      expect(draining).to.deep.include({ text: "This process stops.\n" });
      expect(draining.headers.connection).to.equal("close");
      expect((await ask("/api/municipality")).headers.connection).to.equal("close");
      await until("the page is let go", () => page.isEnded());
      expect(page.text()).to.match(/\nretry: ([5-9]\d\d|1\d\d\d|2000)\n\n$/);
      await until("the door is closed", () =>
        ask("/readyz").then(
          () => false,
          () => true,
        ),
      );
      expect(backend.exitCode).to.equal(null);

      await rival.query("rollback");
      const { status, headers } = await booking;
      expect([status, headers.connection]).to.deep.equal([201, "close"]);
      await rival.end();
      await once(backend, "exit");
      expect([backend.exitCode, backend.signalCode]).to.deep.equal([0, null]);
      expect(Date.now() - askedAt).to.be.lessThan(10_000);
    });
    it("ends within ten seconds also when an answer never comes", async () => {
      const rival = new pg.Client({ connectionString: app.database.url });
      await rival.connect();
      await rival.query("begin; select from counter for update");
      const booking = callServer(ports.http, "POST", "/api/appointments", {
        body: bookingOf(serviceId, quarterAfter(now, 460)),
      }).catch(() => "cut");
      await until("the booking waits", async () => {
        const { rows } = await rival.query(lockWaiters);
        return rows.length > 0;
      });
      const askedAt = Date.now();
      backend.kill("SIGTERM");
      await once(backend, "exit");
      expect([backend.exitCode, await booking]).to.deep.equal([0, "cut"]);
      expect(Date.now() - askedAt).to.be.lessThan(10_000);
      await rival.end();
    });
  });

  describe("its metrics", () => {
    it("are shown on the internal listener alone, to whoever has the token", async () => {
      const answer = (port: number, bearer?: string) =>
        callServer(port, "GET", "/metrics", bearer ? { bearer } : {}).then(({ status }) => status);
      expect(await answer(ports.http, token)).to.equal(404);
      expect(await answer(ports.internal)).to.equal(401);
      expect(await answer(ports.internal, "n".repeat(40))).to.equal(401);
      expect(await answer(ports.internal, token)).to.equal(200);
    });
    it("are those of the documentation", async () => {
      const ours = (await scrape()).names.filter((name) => name.startsWith("balie_"));
      expect(ours).to.have.members(documentedMetrics("app", "both"));
    });
    it("count requests by pattern, refusals by code, open pages, who waits, and mail that is due", async () => {
      const booked = await book(app, serviceId, quarterAfter(now, 15));
      await arrive(app, booked);
      await callServer(ports.http, "GET", "/api/appointment", { bearer: booked.token });
      await ask("/api/queue");
      const page = await openStream(ports.http, "/api/queue/events", await signIn(app));
      const { value } = await scrape();
      const requests = `balie_http_request_duration_seconds_count{method="GET",route="/api/appointment",status="200"}`;
      expect(value(requests)).to.equal(1);
      expect(value(`balie_refusals_total{code="unauthenticated"}`)).to.equal(1);
      expect(value(`balie_event_streams_open{route="/api/queue/events"}`)).to.equal(1);
      expect(
        value(`balie_queue_waiting{counter="Burgerzaken"}`)! +
          value(`balie_queue_waiting{counter="Ondernemen en verenigingen"}`)!,
      ).to.equal(1);
      expect(value(`balie_outbox_messages{state="due"}`)).to.be.greaterThan(0);
      expect(value("balie_outbox_oldest_due_seconds")).to.be.greaterThan(0);
      expect(value("balie_database_up")).to.equal(1);
      page.close();
    });
    it("hold nothing of anybody", async () => {
      const booked = await book(app, serviceId, quarterAfter(now, 520));
      await callServer(ports.http, "GET", `/a/${booked.token}/afspraak.ics`);
      await callServer(ports.http, "GET", `/nonsense/${booked.token}`);
      const { text } = await callServer(ports.internal, "GET", "/metrics", { bearer: token });
      expect(text).to.not.include(booked.token);
      expect(text).to.not.match(/Els|Janssens|@|[0-9a-f]{8}-[0-9a-f]{4}/);
    });
    it("say that the database is away, and nothing that was true before", async () => {
      const { database } = app;
      // Ours would hear of it too.
      await database.dataSource.destroy();
      const name = new URL(database.url).pathname.slice(1);
      const admin = new pg.Client({ connectionString: process.env["TEST_DATABASE_URL"]! });
      await admin.connect();
      await admin.query(`alter database ${name} allow_connections false`);
      await admin.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", [name]);
      const { value, names } = await scrape();
      await admin.query(`alter database ${name} allow_connections true`);
      await admin.end();
      expect([value("balie_database_up"), value("balie_outbox_oldest_due_seconds")]).to.deep.equal([0, undefined]);
      expect(names).to.include("balie_http_request_duration_seconds");
      await until(
        "the LISTEN connection is back",
        async () => (await scrape()).value("balie_live_reconnects_total") === 1,
      );
    });
  });
});

/** A page's event stream, as text. */
function openStream(port: number, url: string, jar: Map<string, string>) {
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
  return new Promise<{ text: () => string; isEnded: () => boolean; close: () => void }>((resolve, reject) => {
    let text = "";
    let isEnded = false;
    const sent = request({ host: "127.0.0.1", port, path: url, headers: { Cookie: cookie } }, (answer) => {
      answer.setEncoding("utf8");
      answer.on("data", (part) => (text += part));
      answer.on("end", () => (isEnded = true));
      answer.on("error", () => undefined);
      resolve({ text: () => text, isEnded: () => isEnded, close: () => sent.destroy() });
    });
    sent.on("error", reject);
    sent.end();
  });
}
