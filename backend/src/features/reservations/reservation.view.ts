import type { ReservationView } from "@balie/contract/reservations";
import type { Municipality } from "../counters/municipality.entity.js";
import type { InterpreterReservation } from "./interpreter-reservation.entity.js";
import { mediumOf } from "./reservation.rules.js";

/** For the interpreter: nothing of the matter, nor of the citizen. */
export const viewReservation = (
  reservation: InterpreterReservation,
  { name, phone, timeZone }: Municipality,
  now: Date,
): ReservationView => ({
  name: reservation.interpreter.name,
  state: reservation.state,
  language: reservation.language,
  medium: mediumOf(reservation.language),
  startsAt: reservation.startsAt.toISOString(),
  endsAt: reservation.endsAt.toISOString(),
  answerBy: reservation.answerBy.toISOString(),
  isOver: now >= reservation.startsAt,
  timeZone,
  municipality: { name, phone },
});
