import type { EntityManager } from "typeorm";
import type { ReservationLinkHolder } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { hashToken } from "../../platform/tokens.js";
import { InterpreterReservation } from "./interpreter-reservation.entity.js";

/** Who holds an interpreter's link. Refused: 404 link_unknown. */
export async function findReservationLink(
  db: EntityManager,
  token: string | undefined,
): Promise<ReservationLinkHolder> {
  const found = token ? await db.findOneBy(InterpreterReservation, { linkHash: hashToken(token) }) : null;
  if (!found) throw new Refusal(404, "link_unknown");
  return { kind: "reservation_link", reservationId: found.id };
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
