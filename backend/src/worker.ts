import Router from "@koa/router";
import Koa from "koa";
import type { EntityManager } from "typeorm";
import { configOrExit } from "./config.js";
import { appointmentMailKinds } from "./features/appointments/appointment.messages.js";
import { composeAppointmentMail } from "./features/appointments/compose-appointment-mail.js";
import { forgetSessions } from "./features/clerks/forget-sessions.js";
import { forgetDocuments } from "./features/documents/forget-documents.js";
import { forgetSilentArrivals } from "./features/meetings/note-presence.js";
import { composeFollowUpMail } from "./features/outcomes/compose-follow-up-mail.js";
import { findSchemaFault } from "./platform/database/find-schema-fault.js";
import { openDatabaseOrExit } from "./platform/database/open-database.js";
import { answerFaults } from "./platform/http/answer-faults.js";
import { answerMetrics } from "./platform/http/answer-metrics.js";
import { endServer, serve } from "./platform/http/serve.js";
import { createLog, describeFault, logReady } from "./platform/log.js";
import { createMailer } from "./platform/mail/mailer.js";
import { runOutbox } from "./platform/outbox/run-outbox.js";
import type { ComposeMail } from "./platform/outbox/send-message.js";
import { createPulse } from "./platform/queue/pulse.js";
import { repeat } from "./platform/queue/repeat.js";
import { schema } from "./schema.js";
import { createWorkerMetrics } from "./worker-metrics.js";

const config = configOrExit();
const log = createLog(config.LOG_LEVEL, "worker");

const compose: Record<string, ComposeMail> = {
  ...Object.fromEntries(
    appointmentMailKinds.map((kind): [string, ComposeMail] => [
      kind,
      (db, appointmentId, now) => composeAppointmentMail(db, config, kind, appointmentId, now),
    ]),
  ),
  meeting_follow_up: (db, appointmentId, now) => composeFollowUpMail(db, config, appointmentId, now),
};

/** Work that comes round, each in a transaction of its own. Every worker process does it, so it selects what is due and running twice is
    harmless. */
const timetable: {
  name: string;
  everySeconds: number;
  run: (context: { db: EntityManager; now: Date }) => Promise<unknown>;
}[] = [
  { name: "expired sessions", everySeconds: 3_600, run: ({ db, now }) => forgetSessions(db, now) },
  {
    name: "documents past their days",
    everySeconds: 600,
    run: (context) => forgetDocuments(context, config.DOCUMENT_DAYS),
  },
  { name: "silent arrivals", everySeconds: 20, run: ({ db, now }) => forgetSilentArrivals(db, now) },
];

const dataSource = await openDatabaseOrExit(config.DATABASE_URL, schema, 5);
const metrics = createWorkerMetrics(dataSource, config.BACKUP_STAMP_FILE);
const pulse = createPulse([{ name: "outbox", everySeconds: 5 }, ...timetable]);
const host = new URL(config.PUBLIC_URL).hostname;
const outbox = await runOutbox(config.DATABASE_URL, {
  dataSource,
  compose,
  mailer: createMailer(config.SMTP_URL, config.MAIL_FROM, host),
  log,
  observer: {
    ...metrics.outbox,
    swept: () => {
      metrics.outbox.swept();
      pulse.beat("outbox");
    },
  },
});
const rounds = timetable.map(({ name, everySeconds, run }) =>
  repeat(
    everySeconds * 1_000,
    async () => {
      await dataSource.transaction((db) => run({ db, now: new Date() }));
      metrics.roundDone(name);
      pulse.beat(name);
    },
    (fault) => log.error({ round: name, fault: describeFault(fault) }, "a round failed; the next one makes up for it"),
  ),
);

const internal = new Koa();
internal.silent = true;
internal.use(answerFaults(log));
internal.use(
  new Router()
    .get("/healthz", async (koa) => {
      const fault = pulse.fault(new Date()) ?? (await findSchemaFault(dataSource));
      koa.status = fault ? 503 : 200;
      koa.body = `${fault ?? "ok"}\n`;
    })
    .get("/metrics", answerMetrics(config.METRICS_TOKEN, metrics.exposition))
    .routes(),
);
const server = await serve(internal.callback(), config.INTERNAL_HTTP_PORT, config.INTERNAL_HTTP_HOST);
logReady(log, "worker");
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, stop);

/** Begins nothing new and finishes what is under way. */
async function stop() {
  log.info("worker stops");
  await Promise.all([outbox.stop(), ...rounds.map((round) => round.stop())]);
  await endServer(server, 0);
  await dataSource.destroy();
}
