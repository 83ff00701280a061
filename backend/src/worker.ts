import Router from "@koa/router";
import Koa from "koa";
import type { EntityManager } from "typeorm";
import { configOrExit } from "./config.js";
import { appointmentMailKinds } from "./features/appointments/appointment.messages.js";
import { composeAppointmentMail } from "./features/appointments/compose-appointment-mail.js";
import { forgetSessions } from "./features/clerks/forget-sessions.js";
import { clearDialIns } from "./features/dial-in/clear-dial-ins.js";
import { forgetSilentCallers } from "./features/dial-in/forget-silent-callers.js";
import { forgetDocuments } from "./features/documents/forget-documents.js";
import { composeHelperMail } from "./features/helpers/compose-helper-mail.js";
import { forgetHelperEmails } from "./features/helpers/forget-helper-emails.js";
import { helperMailKinds } from "./features/helpers/helper.messages.js";
import { askedInterpreterMailKind } from "./features/interpreting/asked-interpreter.messages.js";
import { composeAskedMail } from "./features/interpreting/compose-asked-mail.js";
import { forgetCalls } from "./features/interpreting/forget-calls.js";
import { huntSweepSeconds, runHunts } from "./features/interpreting/run-hunts.js";
import { forgetHandoverNotes } from "./features/meetings/forget-handover-notes.js";
import { lapseHandovers } from "./features/meetings/lapse-handovers.js";
import { forgetSilent } from "./features/meetings/note-presence.js";
import { forgetSilentConsoles } from "./features/meetings/open-consoles.js";
import { composeFollowUpMail } from "./features/outcomes/compose-follow-up-mail.js";
import { composeReservationMail } from "./features/reservations/compose-reservation-mail.js";
import { forgetReservations } from "./features/reservations/forget-reservations.js";
import { reservationMailKinds } from "./features/reservations/reservation.messages.js";
import { seekInterpreters } from "./features/reservations/seek-interpreters.js";
import { forgetTestCalls } from "./features/test-calls/forget-test-calls.js";
import { runTestCalls, testCallSweepSeconds } from "./features/test-calls/run-test-calls.js";
import { createCounterControl } from "./platform/calls/counter-control.js";
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
  ...Object.fromEntries(
    helperMailKinds.map((kind): [string, ComposeMail] => [
      kind,
      (db, helperId, now) => composeHelperMail(db, config, kind, helperId, now),
    ]),
  ),
  ...Object.fromEntries(
    reservationMailKinds.map((kind): [string, ComposeMail] => [
      kind,
      (db, reservationId, now) => composeReservationMail(db, config, kind, reservationId, now),
    ]),
  ),
  [askedInterpreterMailKind]: (db, linkId) => composeAskedMail(db, config, linkId),
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
  { name: "addresses of helpers", everySeconds: 600, run: (context) => forgetHelperEmails(context) },
  {
    name: "calls to interpreters",
    everySeconds: 3_600,
    run: (context) => forgetCalls(context, config.INTERPRETER_CALL_DAYS),
  },
  {
    name: "interpreters ahead",
    everySeconds: 5,
    run: (context) =>
      seekInterpreters(context, {
        appSecret: config.APP_SECRET,
        // Without a telephone nobody could be brought into the call but by video: nobody else is asked, and the clerk sees that.
        allowed: config.SIP_URI === undefined ? [] : config.PHONE_ALLOWED_PREFIXES,
      }),
  },
  {
    name: "test calls past their days",
    everySeconds: 3_600,
    run: (context) => forgetTestCalls(context, config.INTERPRETER_CALL_DAYS),
  },
  {
    name: "reservations past their days",
    everySeconds: 3_600,
    run: (context) => forgetReservations(context, config.INTERPRETER_CALL_DAYS),
  },
  { name: "silent arrivals", everySeconds: 20, run: ({ db, now }) => forgetSilent(db, "arrival", now) },
  { name: "hand-overs", everySeconds: 5, run: (context) => lapseHandovers(context) },
  { name: "notes of hand-overs", everySeconds: 600, run: (context) => forgetHandoverNotes(context) },
  { name: "silent consoles", everySeconds: 20, run: ({ db, now }) => forgetSilentConsoles(db, now) },
  { name: "dial-ins", everySeconds: 20, run: ({ db, now }) => clearDialIns(db, now) },
  { name: "silent callers", everySeconds: 5, run: ({ db, now }) => forgetSilentCallers(db, now) },
  { name: "silent helpers", everySeconds: 20, run: ({ db, now }) => forgetSilent(db, "helper", now) },
  { name: "silent interpreters", everySeconds: 20, run: ({ db, now }) => forgetSilent(db, "interpreter_link", now) },
];

const dataSource = await openDatabaseOrExit(config.DATABASE_URL, schema);
const metrics = createWorkerMetrics(dataSource, {
  backupStampFile: config.BACKUP_STAMP_FILE,
  sipUri: config.SIP_URI,
  jigasiUrl: config.JIGASI_URL,
});
const pulse = createPulse([
  { name: "outbox", everySeconds: 5 },
  { name: "interpreting", everySeconds: huntSweepSeconds },
  { name: "test calls", everySeconds: testCallSweepSeconds },
  ...timetable,
]);
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
const phone = {
  dataSource,
  control: createCounterControl(config.COUNTER_CONTROL_URL, config.COUNTER_CONTROL_SECRET),
  log,
  clock: () => new Date(),
};
const observe = (name: string) => ({
  swept: () => {
    metrics.roundDone(name);
    pulse.beat(name);
  },
  reconnected: metrics.outbox.reconnected,
});
const limits = {
  allowed: config.PHONE_ALLOWED_PREFIXES,
  minutesPerDay: config.PHONE_MINUTES_PER_DAY,
  ringSeconds: config.PHONE_RING_SECONDS,
};
const hunts = await runHunts(
  config.DATABASE_URL,
  { ...phone, limits, appSecret: config.APP_SECRET },
  observe("interpreting"),
);
const testCalls = await runTestCalls(
  config.DATABASE_URL,
  { ...phone, ringSeconds: config.PHONE_RING_SECONDS },
  observe("test calls"),
);
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
  await Promise.all([outbox.stop(), hunts.stop(), testCalls.stop(), ...rounds.map((round) => round.stop())]);
  await endServer(server, 0);
  await dataSource.destroy();
}
