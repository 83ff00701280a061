import { randomUUID } from "node:crypto";
import type { EntityManager } from "typeorm";
import type { Appointment } from "../appointments/appointment.entity.js";
import type { Meeting } from "./meeting.entity.js";

/** The meeting of an appointment that is booked at this moment, by app.ts's word. Known before PostgreSQL has answered. */
export function planMeeting(
  db: EntityManager,
  { id, counterId }: Pick<Appointment, "id" | "counterId">,
): { meeting: Pick<Meeting, "id" | "status">; written: Promise<unknown> } {
  const meeting = { id: randomUUID(), status: "planned" as const };
  const written = db.query("insert into meeting (id, appointment_id, counter_id) values ($1, $2, $3)", [
    meeting.id,
    id,
    counterId,
  ]);
  return { meeting, written };
}
