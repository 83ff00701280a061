import { writeFile } from "node:fs/promises";
import type { EntityManager } from "typeorm";
import { readConfig } from "./config.js";
import { appointmentMailKinds } from "./features/appointments/appointment.messages.js";
import { composeAppointmentMail } from "./features/appointments/compose-appointment-mail.js";
import { forgetSessions } from "./features/clerks/forget-sessions.js";
import { forgetSilentArrivals } from "./features/meetings/note-presence.js";
import { composeFollowUpMail } from "./features/outcomes/compose-follow-up-mail.js";
import { createDataSource } from "./platform/database/data-source.js";
import { createLog, describeFault, logReady } from "./platform/log.js";
import { createMailer } from "./platform/mail/mailer.js";
import { runOutbox } from "./platform/outbox/run-outbox.js";
import type { ComposeMail } from "./platform/outbox/send-message.js";
import { repeat } from "./platform/queue/repeat.js";
import { schema } from "./schema.js";

const config = readConfig();
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
  { name: "silent arrivals", everySeconds: 20, run: ({ db, now }) => forgetSilentArrivals(db, now) },
  { name: "heartbeat", everySeconds: 10, run: ({ now }) => beat(now) },
];

/** In a transaction like every round: no heartbeat without a database. */
async function beat(now: Date) {
  if (config.HEARTBEAT_FILE) await writeFile(config.HEARTBEAT_FILE, now.toISOString());
}

const dataSource = await createDataSource(config.DATABASE_URL, schema, 5).initialize();
const host = new URL(config.PUBLIC_URL).hostname;
const outbox = await runOutbox(config.DATABASE_URL, {
  dataSource,
  compose,
  mailer: createMailer(config.SMTP_URL, config.MAIL_FROM, host),
  log,
});
const rounds = timetable.map(({ name, everySeconds, run }) =>
  repeat(
    everySeconds * 1_000,
    () => dataSource.transaction((db) => run({ db, now: new Date() })),
    (fault) => log.error({ round: name, fault: describeFault(fault) }, "a round failed; the next one makes up for it"),
  ),
);
logReady(log, "worker");
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, stop);

/** Begins nothing new and finishes what is under way. */
async function stop() {
  log.info("worker stops");
  await Promise.all([outbox.stop(), ...rounds.map((round) => round.stop())]);
  await dataSource.destroy();
}
