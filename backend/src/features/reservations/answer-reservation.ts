import type { AnswerReservationInput } from "@balie/contract/reservations";
import type { EntityManager } from "typeorm";
import type { Context, ReservationLinkHolder } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { announce } from "../../platform/live/announce.js";
import { scheduleMessages } from "../../platform/outbox/schedule-message.js";
import { remindersFor } from "../appointments/appointment.rules.js";
import { InterpreterReservation } from "./interpreter-reservation.entity.js";
import { linkToMeeting } from "./link-to-meeting.js";
import { lockReservation } from "./load-reservation.js";
import { releaseReservation } from "./release-reservation.js";
import { mayAnswer, mediumOf } from "./reservation.rules.js";

/** The interpreter says whether they come, until the start; after a yes a no is still possible, and the next one is asked. The same answer again changes nothing.
    Refused: 410 reservation_over (too late, or no more wanted). */
export async function answerReservation(
  { db, actor, now }: Context<ReservationLinkHolder>,
  { comes }: AnswerReservationInput,
): Promise<InterpreterReservation> {
  const reservation = await lockReservation(db, actor.reservationId);
  const state = comes ? ("confirmed" as const) : ("declined" as const);
  if (reservation.state === state) return reservation;
  if (!mayAnswer(reservation, now)) throw new Refusal(410, "reservation_over");
  if (comes) await confirm(db, reservation, now);
  else await releaseReservation(db, reservation.id, { state: "declined", answeredAt: now }, now);
  await announce(db, `counter:${reservation.appointment.counterId}`);
  return Object.assign(reservation, { state, answeredAt: now });
}

const reminderKinds = {
  appointment_reminder_day: "reservation_reminder_day",
  appointment_reminder_hour: "reservation_reminder_hour",
} as const;

async function confirm(db: EntityManager, reservation: InterpreterReservation, now: Date) {
  const { id: subjectId, startsAt, language } = reservation;
  await db.update(InterpreterReservation, { id: subjectId }, { state: "confirmed", answeredAt: now });
  if (mediumOf(language) === "video") await linkToMeeting(db, reservation);
  await scheduleMessages(db, [
    { kind: "reservation_confirmed", subjectId, dueAt: now },
    ...remindersFor(startsAt, now).map(({ kind, dueAt }) => ({ kind: reminderKinds[kind], subjectId, dueAt })),
  ]);
}
