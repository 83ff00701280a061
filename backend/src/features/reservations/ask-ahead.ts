import { randomUUID } from "node:crypto";
import type { EntityManager } from "typeorm";
import { scheduleMessages } from "../../platform/outbox/schedule-message.js";
import { hashToken, newToken, sealToken } from "../../platform/tokens.js";
import type { Appointment } from "../appointments/appointment.entity.js";
import { findFreeInterpreters } from "./find-free-interpreters.js";
import { answerByOf, earliestStart } from "./reservation.rules.js";

export type SeekSettings = { appSecret: string; timeZone: string; allowed: readonly string[] };
type Needing = Pick<Appointment, "id" | "interpreterLanguage" | "startsAt" | "endsAt">;

/** Asks the next suitable interpreter by mail to keep the appointment free, or notes that there is none; with too little time left nobody is asked. The database has the last word: nobody is kept for two appointments at once. The caller
    holds the appointment's lock. */
export async function askAhead(
  db: EntityManager,
  appointment: Needing,
  settings: SeekSettings,
  now: Date,
): Promise<void> {
  const { id: appointmentId, interpreterLanguage, startsAt, endsAt } = appointment;
  const isInTime = startsAt >= earliestStart(now);
  let isAsked = false;
  for (const interpreterId of isInTime ? await findFreeInterpreters(db, appointment, settings) : []) {
    const [id, token] = [randomUUID(), newToken()];
    const [made] = await db.query(
      `insert into interpreter_reservation
         (id, appointment_id, interpreter_id, language, starts_at, ends_at, state, asked_at, answer_by, link_hash, link_sealed, email)
       select $1, $2, i.id, $4, $5, $6, 'asked', $7, $8, $9, $10, i.email from interpreter i where i.id = $3
       on conflict do nothing returning id`,
      [
        ...[id, appointmentId, interpreterId, interpreterLanguage, startsAt, endsAt, now],
        ...[answerByOf(startsAt, now), hashToken(token), sealToken(settings.appSecret, token)],
      ],
    );
    if (!made) continue;
    await scheduleMessages(db, [{ kind: "reservation_asked", subjectId: id, dueAt: now }]);
    isAsked = true;
    break;
  }
  await db.query("update appointment set interpreter_sought_at = $2 where id = $1", [
    appointmentId,
    isAsked ? null : now,
  ]);
}
