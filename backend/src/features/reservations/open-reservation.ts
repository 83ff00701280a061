import type { Context, ReservationLinkHolder } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import type { InterpreterReservation } from "./interpreter-reservation.entity.js";
import { loadReservation } from "./load-reservation.js";
import { isLongOver } from "./reservation.rules.js";

/** What an interpreter's link tells; a week after the appointment nothing any more. Refused: 410 reservation_over. */
export async function openReservation({
  db,
  actor,
  now,
}: Context<ReservationLinkHolder>): Promise<InterpreterReservation> {
  const reservation = await loadReservation(db, actor.reservationId);
  if (isLongOver(reservation, now)) throw new Refusal(410, "reservation_over");
  return reservation;
}
