import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import ICAL from "ical.js";
import type { DataSource } from "typeorm";
import { freePort } from "../../appliance/embedded/ports.js";
import { callServer, startTestApp, type TestApp } from "../test/app.js";
import { type BookedLink, book, buildMunicipality, quarterAfter } from "../test/factories.js";
import { documentedMetrics, parseMetrics } from "../test/metrics.js";
import { environmentOf, spawnScript } from "../test/run-script.js";
import { type ReceivedMail, type SmtpSink, startSmtpSink } from "../test/smtp-sink.js";
import { until } from "../test/until.js";
import { OutboxMessage } from "./platform/outbox/outbox-message.entity.js";

describe("the worker", function () {
  this.timeout(60_000);
  let app: TestApp;
  let sink: SmtpSink;
  let serviceId: string;
  let outbox: ReturnType<DataSource["getRepository"]>;
  const workers: ChildProcess[] = [];
  const now = new Date();

  before(async () => {
    app = await startTestApp(now);
    serviceId = (await buildMunicipality(app.database.dataSource)).service.id;
    outbox = app.database.dataSource.getRepository(OutboxMessage);
  });
  after(() => app?.stop());
  beforeEach(async () => {
    sink = await startSmtpSink();
  });
  afterEach(async () => {
    for (const worker of workers.splice(0)) worker.kill("SIGKILL");
    await sink.goAway();
  });

  const startWorker = async (environment: NodeJS.ProcessEnv = {}) => {
    const worker = spawnScript(
      "worker",
      [],
      { ...environmentOf(app.config), INTERNAL_HTTP_PORT: "0", SMTP_URL: sink.url, LOG_LEVEL: "info", ...environment },
      ["ignore", "pipe", "inherit"],
    );
    workers.push(worker);
    const log: string[] = [];
    worker.stdout!.on("data", (chunk) => log.push(String(chunk)));
    await until("worker ready", () => log.join("").includes("worker ready"));
    return { worker, log };
  };
  const ended = (worker: ChildProcess) =>
    until("the end", () => worker.exitCode !== null || worker.signalCode !== null);
  const mail = (index: number): Promise<ReceivedMail> => until(`mail ${index + 1}`, () => sink.mails[index] ?? null);
  const confirmationOf = ({ id }: BookedLink) =>
    outbox.findOneByOrFail({ subjectId: id, kind: "appointment_confirmed" });

  it("sends the confirmation, the move and the cancellation, one calendar entry that follows", async () => {
    const { worker, log } = await startWorker();
    const booked = await book(app, serviceId, quarterAfter(now, 180));
    const confirmation = await mail(0);
    expect(confirmation.text).to.contain(`/a/${booked.token}`);

    const move = await app.call("POST", "/api/appointment/move", {
      body: { startsAt: quarterAfter(now, 300).toISOString() },
      bearer: booked.token,
    });
    expect(move.status, move.text).to.equal(200);
    const moved = await mail(1);
    await app.call("POST", "/api/appointment/cancellation", { body: {}, bearer: booked.token });
    const cancelled = await mail(2);

    const invitations = [confirmation, moved, cancelled].map(invitationOf);
    expect(new Set(invitations.map(({ uid }) => uid)).size).to.equal(1);
    expect(invitations.map(({ sequence }) => sequence)).to.deep.equal([0, 1, 2]);
    expect(invitations.map(({ method, headerMethod }) => [method, headerMethod])).to.deep.equal([
      ["REQUEST", "REQUEST"],
      ["REQUEST", "REQUEST"],
      ["CANCEL", "CANCEL"],
    ]);
    const states = await outbox.findBy({ subjectId: booked.id, state: "withdrawn" });
    expect(states.map(({ kind }) => kind)).to.include("appointment_reminder_hour");

    worker.kill("SIGTERM");
    await ended(worker);
    expect(worker.exitCode).to.equal(0);
    expect(log.join("")).to.not.match(/@|Els|Janssens|\/a\//);
  });

  it("finishes the mail that it is sending when it is asked to stop", async () => {
    sink.setMood("hold");
    const { worker } = await startWorker();
    const booked = await book(app, serviceId, quarterAfter(now, 700));
    await until("the mail server has it", () => sink.transfers() === 1);
    worker.kill("SIGTERM");
    await until("it takes nothing new", async () => {
      const [{ count }] = await app.database.dataSource.query(
        "select count(*)::int from pg_stat_activity where datname = current_database() and application_name = 'balie-live'",
      );
      return count === 0;
    });
    expect(worker.exitCode).to.equal(null);
    sink.release();
    await ended(worker);
    expect(worker.exitCode).to.equal(0);
    expect((await confirmationOf(booked))["state"]).to.equal("sent");
  });

  it("tells whether it is well, and what it did, on its internal listener", async () => {
    const port = await freePort();
    let jigasi = 200;
    const gateway = createServer((_, response) => response.writeHead(jigasi).end());
    await new Promise<void>((ready) => gateway.listen(0, "127.0.0.1", ready));
    const folder = mkdtempSync(join(tmpdir(), "balie-stamp-"));
    writeFileSync(join(folder, "last"), "1795500000\n");
    const bearer = "m".repeat(40);
    await startWorker({
      INTERNAL_HTTP_PORT: String(port),
      METRICS_TOKEN: bearer,
      BACKUP_STAMP_FILE: join(folder, "last"),
      SIP_URI: "balie@sip.example.org",
      JIGASI_URL: `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`,
    });
    const ask = (path: string) => callServer(port, "GET", path, { bearer });
    expect(await ask("/healthz")).to.include({ status: 200, text: "ok\n" });
    await book(app, serviceId, quarterAfter(now, 800));
    await mail(0);
    const sample = `balie_mails_total{kind="appointment_confirmed",result="sent"}`;
    const { names, value } = await until("the mail is counted", async () => {
      const metrics = parseMetrics((await ask("/metrics")).text);
      return metrics.value(sample) === 1 ? metrics : null;
    });
    expect(names.filter((name) => name.startsWith("balie_"))).to.have.members(documentedMetrics("worker", "both"));
    expect(value(`balie_round_last_success_timestamp_seconds{round="outbox"}`)).to.be.greaterThan(
      Date.now() / 1000 - 20,
    );
    expect(value("balie_backup_last_success_timestamp_seconds")).to.equal(1795500000);
    const isRegistered = async () => parseMetrics((await ask("/metrics")).text).value("balie_sip_account_registered");
    expect(await isRegistered()).to.equal(1);
    jigasi = 500;
    expect(await isRegistered()).to.equal(0);
    await new Promise((closed) => gateway.close(closed));
    expect(await isRegistered()).to.equal(0);

    await app.database.dataSource.query("alter table migrations rename to elsewhere");
    const sick = await ask("/healthz");
    await app.database.dataSource.query("alter table elsewhere rename to migrations");
    expect(sick).to.include({ status: 503, text: "The database is empty: run migrate.\n" });
    rmSync(folder, { recursive: true });
  });

  it("that is killed while it sends leaves a message that another one sends when the lease is over", async () => {
    sink.setMood("hang");
    const { worker } = await startWorker();
    const booked = await book(app, serviceId, quarterAfter(now, 420));
    await until("the mail server has it", () => sink.transfers() === 1);
    worker.kill("SIGKILL");
    await ended(worker);
    const { id, state, leasedUntil } = (await confirmationOf(booked)) as OutboxMessage;
    expect(state).to.equal("sending");
    expect(leasedUntil!.getTime()).to.be.greaterThan(Date.now());

    sink.setMood("accept");
    await outbox.update({ id }, { leasedUntil: new Date() });
    await startWorker();
    expect((await mail(0)).messageId).to.equal(`<${id}@localhost>`);
    await until("sent", async () => (await confirmationOf(booked))["state"] === "sent");
    expect(sink.mails).to.have.length(1);
  });
});

/** The invitation as the alternative of the mail's text, by its own header and body; the attachment says the same. */
function invitationOf({ raw, attachments }: ReceivedMail) {
  const attached = attachments.find(({ filename }) => filename === "invite.ics")!.content.toString("utf8");
  const calendar = new ICAL.Component(ICAL.parse(attached));
  const event = calendar.getFirstSubcomponent("vevent")!;
  return {
    uid: event.getFirstPropertyValue("uid"),
    sequence: event.getFirstPropertyValue("sequence"),
    method: calendar.getFirstPropertyValue("method"),
    headerMethod: /text\/calendar; charset=utf-8; method=(\w+)/.exec(raw)?.[1],
  };
}
