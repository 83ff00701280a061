import type { EntityManager } from "typeorm";
import type { Appointment } from "../appointments/appointment.entity.js";
import { Meeting } from "./meeting.entity.js";

/** The meeting of an appointment; made with the booking, by app.ts's word, and safe to call again. */
export async function meetingOf(
  db: EntityManager,
  { id, counterId }: Pick<Appointment, "id" | "counterId">,
): Promise<Meeting> {
  const known = await db.findOneBy(Meeting, { appointmentId: id });
  if (known) return known;
  await db
    .createQueryBuilder()
    .insert()
    .into(Meeting)
    .values({ appointmentId: id, counterId, status: "planned" })
    .orIgnore()
    .execute();
  return db.findOneByOrFail(Meeting, { appointmentId: id });
}
