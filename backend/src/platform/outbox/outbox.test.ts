import { randomUUID } from "node:crypto";
import { expect } from "chai";
import pg from "pg";
import { createTestDatabase, type TestDatabase } from "../../../test/database.js";
import { type SmtpSink, startSmtpSink } from "../../../test/smtp-sink.js";
import { until } from "../../../test/until.js";
import { createLog } from "../log.js";
import type { Mail } from "../mail/mail.js";
import { createMailer } from "../mail/mailer.js";
import { OutboxMessage } from "./outbox-message.entity.js";
import { runOutbox } from "./run-outbox.js";
import { scheduleMessages, withdrawMessages } from "./schedule-message.js";
import { type Outbox, sendMessage } from "./send-message.js";

const mailFor = (subjectId: string): Mail => ({
  to: { name: "Els Janssens", address: "els@example.org" },
  language: "nl",
  subject: `Over ${subjectId}`,
  text: "Dag",
  html: "<p>Dag</p>",
  calendar: { method: "REQUEST", content: "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n" },
});

describe("the outbox", function () {
  this.timeout(60_000);
  let database: TestDatabase;
  let sink: SmtpSink;
  const running: { stop: () => Promise<void> }[] = [];

  before(async () => {
    database = await createTestDatabase();
  });
  after(() => database?.drop());
  beforeEach(async () => {
    sink = await startSmtpSink();
  });
  afterEach(async () => {
    sink.release();
    for (const outbox of running.splice(0)) await outbox.stop();
    await sink.goAway();
  });

  const outboxOf = (compose: Outbox["compose"] = {}): Outbox => ({
    dataSource: database.dataSource,
    compose: { greeting: async (_db, subjectId) => mailFor(subjectId), unwanted: async () => null, ...compose },
    mailer: createMailer(sink.url, "Balie <balie@example.org>", "loket.example.org"),
    log: createLog("silent", "test"),
  });
  const start = async (outbox = outboxOf()) => {
    running.push(await runOutbox(database.url, outbox));
  };
  const schedule = async (kind = "greeting", { subjectId = randomUUID(), dueAt = new Date() } = {}) => {
    const [id] = await database.dataSource.transaction((db) => scheduleMessages(db, [{ kind, subjectId, dueAt }]));
    return { id: id!, subjectId };
  };
  const load = (id: string) => database.dataSource.getRepository(OutboxMessage).findOneByOrFail({ id });
  const reaches = (id: string, state: OutboxMessage["state"]) =>
    until(`message ${state}`, async () => ((await load(id)).state === state ? load(id) : null));
  const change = (id: string, changes: Partial<OutboxMessage>) =>
    database.dataSource.getRepository(OutboxMessage).update({ id }, changes);

  it("sends a fresh message once, soon after its commit, marked as automatic and with a Message-ID of its own", async () => {
    await start();
    const beganAt = Date.now();
    const { id, subjectId } = await schedule();
    await until("the mail", () => sink.mails.length === 1);
    expect(Date.now() - beganAt).to.be.below(2_500);
    await reaches(id, "sent");

    const [mail] = sink.mails;
    expect(mail!.messageId).to.equal(`<${id}@loket.example.org>`);
    expect(mail!.subject).to.equal(`Over ${subjectId}`);
    expect(mail!.headers.get("auto-submitted")).to.equal("auto-generated");
    expect(mail!.headers.get("content-language")).to.equal("nl");
    expect(mail!.date).to.be.instanceOf(Date);
    expect(mail!.raw).to.match(
      /multipart\/alternative[\s\S]*text\/plain[\s\S]*text\/html[\s\S]*text\/calendar; charset=utf-8; method=REQUEST[\s\S]*filename=invite\.ics/i,
    );
  });

  it("sends nothing for a booking that was rolled back", async () => {
    await start();
    const subjectId = randomUUID();
    await database.dataSource
      .transaction(async (db) => {
        await scheduleMessages(db, [{ kind: "greeting", subjectId, dueAt: new Date() }]);
        throw new Error("later");
      })
      .catch(() => undefined);
    const { id } = await schedule();
    await reaches(id, "sent");
    expect(await database.dataSource.getRepository(OutboxMessage).countBy({ subjectId })).to.equal(0);
    expect(sink.mails).to.have.length(1);
  });

  it("lets one of many workers send a message", async () => {
    sink.setMood("hold");
    const { id } = await schedule();
    const outbox = outboxOf();
    const first = sendMessage(outbox, id, new Date());
    await until("the mail server has it", () => sink.transfers() === 1);
    const others = await Promise.all(Array.from({ length: 8 }, () => sendMessage(outbox, id, new Date())));
    sink.release();
    expect([await first, ...others]).to.deep.equal(["sent", ...Array(8).fill("not_claimed")]);
    expect(sink.transfers()).to.equal(1);
  });

  it("sends every message of a rush once, whichever of two workers takes it", async () => {
    await start();
    await start();
    const ids = await database.dataSource.transaction((db) =>
      scheduleMessages(
        db,
        Array.from({ length: 60 }, () => ({ kind: "greeting", subjectId: randomUUID(), dueAt: new Date() })),
      ),
    );
    await until("all mails", () => sink.mails.length >= ids.length);
    for (const id of ids) await reaches(id, "sent");
    expect(sink.mails.map(({ messageId }) => messageId).sort()).to.deep.equal(
      ids.map((id) => `<${id}@loket.example.org>`).sort(),
    );
  });

  it("keeps a message while the mail server is away, and sends it when it is back", async () => {
    await sink.goAway();
    await start();
    const { id } = await schedule();
    const waiting = await until("a failed try", async () => {
      const message = await load(id);
      return message.lastFailure && message.state === "scheduled" ? message : null;
    });
    expect(waiting.lastFailure).to.equal("ECONNREFUSED");
    expect(waiting.dueAt.getTime() - Date.now()).to.be.within(20_000, 31_000);
    await sink.comeBack();
    await change(id, { dueAt: new Date() });
    await reaches(id, "sent");
    expect(sink.mails).to.have.length(1);
  });

  it("tries a deferred recipient again later and a refused one never, and notes no address", async () => {
    const outbox = outboxOf();
    const { id: deferred } = await schedule();
    sink.setMood("defer");
    expect(await sendMessage(outbox, deferred, new Date())).to.equal("scheduled");
    expect(await load(deferred)).to.include({ lastFailure: "smtp_450", attempts: 1 });

    const { id: refused } = await schedule();
    sink.setMood("refuse");
    expect(await sendMessage(outbox, refused, new Date())).to.equal("failed");
    expect(await load(refused)).to.include({ state: "failed", lastFailure: "smtp_550" });
    sink.setMood("accept");
    expect(await sendMessage(outbox, refused, new Date())).to.equal("not_claimed");
    expect(sink.mails).to.have.length(0);
  });

  it("tries again what could not be composed, or is of a kind that this version doesn't know", async () => {
    const outbox = outboxOf({ broken: () => Promise.reject(new Error("els@example.org")) });
    for (const [kind, code] of [
      ["broken", "not_composed"],
      ["from_the_future", "unknown_kind"],
    ] as const) {
      const { id } = await schedule(kind);
      expect(await sendMessage(outbox, id, new Date())).to.equal("scheduled");
      expect((await load(id)).lastFailure).to.equal(code);
    }
  });

  it("withdraws what is no longer wanted, by the office or by the time it would go", async () => {
    const outbox = outboxOf();
    const { id: unwanted } = await schedule("unwanted");
    expect(await sendMessage(outbox, unwanted, new Date())).to.equal("withdrawn");

    const { id, subjectId } = await schedule("greeting", { dueAt: new Date(Date.now() + 3_600_000) });
    expect(await withdrawMessages(database.dataSource.manager, subjectId, ["other_kind"])).to.equal(0);
    expect(await withdrawMessages(database.dataSource.manager, subjectId, ["greeting"])).to.equal(1);
    await change(id, { dueAt: new Date() });
    expect(await sendMessage(outbox, id, new Date())).to.equal("not_claimed");
  });

  it("waits for its time", async () => {
    const { id } = await schedule("greeting", { dueAt: new Date(Date.now() + 60_000) });
    expect(await sendMessage(outboxOf(), id, new Date())).to.equal("not_claimed");
    expect((await load(id)).attempts).to.equal(0);
  });

  it("keeps the order of two messages about one appointment while the first is being sent", async () => {
    const outbox = outboxOf();
    const { id: confirmation, subjectId } = await schedule();
    sink.setMood("hold");
    const first = sendMessage(outbox, confirmation, new Date());
    await until("the mail server has it", () => sink.transfers() === 1);

    expect(await withdrawMessages(database.dataSource.manager, subjectId)).to.equal(0);
    const { id: cancellation } = await schedule("greeting", { subjectId });
    expect(await sendMessage(outbox, cancellation, new Date())).to.equal("not_claimed");
    sink.release();
    expect(await first).to.equal("sent");
    expect(await sendMessage(outbox, cancellation, new Date())).to.equal("sent");
    expect(sink.mails.map(({ messageId }) => messageId?.slice(1, 37))).to.deep.equal([confirmation, cancellation]);
  });

  it("sends the one that had to wait as soon as the first is sent", async () => {
    await start();
    sink.setMood("hold");
    const { subjectId } = await schedule();
    await until("the mail server has it", () => sink.transfers() === 1);
    const { id } = await schedule("greeting", { subjectId });
    await until("its job has come and gone", async () => {
      const [{ count }] = await database.dataSource.query("select count(*)::int from bullmq.job where id = $1", [
        `${id}_0`,
      ]);
      return count === 0;
    });
    const beganAt = Date.now();
    sink.release();
    await reaches(id, "sent");
    expect(Date.now() - beganAt).to.be.below(2_500);
  });

  it("leaves a message to the worker that holds it, and takes it over when that one's lease is over", async () => {
    const { id } = await schedule();
    await change(id, { state: "sending", leasedUntil: new Date(Date.now() + 60_000), attempts: 1 });
    expect(await sendMessage(outboxOf(), id, new Date())).to.equal("not_claimed");
    await start();
    await change(id, { leasedUntil: new Date(Date.now() - 1) });
    await reaches(id, "sent");
    expect(sink.mails).to.have.length(1);
  });

  it("stops gracefully: what is being sent is finished and marked", async () => {
    await start();
    sink.setMood("hold");
    const { id } = await schedule();
    await until("the mail server has it", () => sink.transfers() === 1);
    const stopped = running.pop()!.stop();
    sink.release();
    await stopped;
    expect((await load(id)).state).to.equal("sent");
  });

  it("goes on after all its connections to PostgreSQL broke, while a mail was being sent", async () => {
    await start();
    sink.setMood("hold");
    const { id } = await schedule();
    await until("the mail server has it", () => sink.transfers() === 1);
    await breakConnections(database.url);
    sink.release();
    await reaches(id, "sent");
    const { id: next } = await schedule();
    await reaches(next, "sent");
    expect(sink.transfers()).to.equal(2);
  });

  it("hears of fresh messages again after its LISTEN connection broke", async () => {
    await start();
    await breakConnections(database.url);
    await until("LISTEN is back", async () => {
      const [{ count }] = await database.dataSource.query(
        "select count(*)::int from pg_stat_activity where datname = current_database() and query ilike 'listen \"outbox\"'",
      );
      return count === 1;
    });
    const { id } = await schedule();
    await reaches(id, "sent");
  });
});

async function breakConnections(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
  );
  await client.end();
}
