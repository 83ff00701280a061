import type { EntityManager } from "typeorm";
import { releaseReservation } from "./release-reservation.js";

/** The appointment was moved or cancelled: whoever was asked for its time is told, and for the new one somebody is sought anew. The caller holds the appointment's lock. */
export async function releaseForChange(db: EntityManager, appointmentId: string, now: Date): Promise<void> {
  const open: { id: string }[] = await db.query(
    "select id from interpreter_reservation where appointment_id = $1 and state in ('asked', 'confirmed')",
    [appointmentId],
  );
  for (const { id } of open) await releaseReservation(db, id, { state: "withdrawn" }, now);
  await db.query("update appointment set interpreter_sought_at = null where id = $1", [appointmentId]);
}
