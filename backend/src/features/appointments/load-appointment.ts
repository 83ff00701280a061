import type { EntityManager } from "typeorm";
import { Refusal } from "../../platform/http/refusal.js";
import { Appointment } from "./appointment.entity.js";

/** An appointment with its service and counter. */
export async function loadAppointment(db: EntityManager, id: string): Promise<Appointment> {
  const appointment = await db.findOne(Appointment, { where: { id }, relations: { service: true, counter: true } });
  if (!appointment) throw new Refusal(404, "not_found");
  return appointment;
}

/** The same, locked against a change, a cancellation or an arrival at the same moment. Lock the counter first where both are needed. */
export async function lockAppointment(db: EntityManager, id: string): Promise<Appointment> {
  await db.query("select 1 from appointment where id = $1 for update", [id]);
  return loadAppointment(db, id);
}
