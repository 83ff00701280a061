import { randomUUID } from "node:crypto";
import type { EntityManager } from "typeorm";
import type { Appointment } from "../appointments/appointment.entity.js";
import { Meeting } from "./meeting.entity.js";

type Booked = Pick<Appointment, "id" | "counterId">;

/** The meeting of an appointment; made when it has none yet. */
export const meetingOf = async (db: EntityManager, appointment: Booked): Promise<Meeting> =>
  (await db.findOneBy(Meeting, { appointmentId: appointment.id })) ?? planMeeting(db, appointment);

/** The same where it is most likely missing: with the booking, by app.ts's word. */
async function planMeeting(db: EntityManager, { id, counterId }: Booked): Promise<Meeting> {
  const planned = {
    status: "planned" as const,
    room: null,
    clerkId: null,
    ledAs: null,
    medium: "video" as const,
    startedAt: null,
    endedAt: null,
  };
  const meeting = Object.assign(new Meeting(), { id: randomUUID(), appointmentId: id, counterId, ...planned });
  const [made] = await db.query(
    "insert into meeting (id, appointment_id, counter_id) values ($1, $2, $3) on conflict (appointment_id) do nothing returning id",
    [meeting.id, id, counterId],
  );
  return made ? meeting : db.findOneByOrFail(Meeting, { appointmentId: id });
}
