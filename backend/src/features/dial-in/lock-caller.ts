import { type EntityManager, IsNull, Not } from "typeorm";
import { loadAppointment } from "../appointments/load-appointment.js";
import { Arrival } from "../meetings/arrival.entity.js";
import { lockMeeting } from "../meetings/load-meeting.js";
import type { Caller } from "./answer-caller.js";

/** Whose telephone call this is, for a change; null: nobody's, or another call came in its place. */
export async function lockCaller(db: EntityManager, ticket: string): Promise<Caller | null> {
  const where = { tabId: ticket, pinTurn: Not(IsNull()) };
  const seen = await db.findOneBy(Arrival, where);
  if (!seen) return null;
  const meeting = await lockMeeting(db, seen.meetingId);
  const [arrival, appointment] = await Promise.all([
    db.findOneBy(Arrival, where),
    loadAppointment(db, meeting.appointmentId),
  ]);
  return arrival && { appointment, meeting, arrival };
}
