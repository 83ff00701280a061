import type { EntityManager } from "typeorm";
import type { ReservationLinkHolder } from "../../platform/context.js";
import { findOwnLink } from "../meetings/find-own-link.js";
import { InterpreterReservation } from "./interpreter-reservation.entity.js";

/** Who holds an interpreter's link. Refused: 404 link_unknown. */
export async function findReservationLink(
  db: EntityManager,
  token: string | undefined,
): Promise<ReservationLinkHolder> {
  const { id } = await findOwnLink(db, InterpreterReservation, token);
  return { kind: "reservation_link", reservationId: id };
}

export const loadReservation = (db: EntityManager, id: string): Promise<InterpreterReservation> =>
  db.findOneOrFail(InterpreterReservation, { where: { id }, relations: { interpreter: true, appointment: true } });

/** The same for a change: the appointment's row is the one lock of its whole story. */
export async function lockReservation(db: EntityManager, id: string): Promise<InterpreterReservation> {
  await db.query(
    "select 1 from appointment where id = (select appointment_id from interpreter_reservation where id = $1) for update",
    [id],
  );
  return loadReservation(db, id);
}
