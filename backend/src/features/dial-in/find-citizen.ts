import type { EntityManager } from "typeorm";
import { Appointment } from "../appointments/appointment.entity.js";
import { isPinKnown } from "../appointments/citizen-pin.rules.js";
import { lockAppointment } from "../appointments/load-appointment.js";
import { Meeting } from "../meetings/meeting.entity.js";
import { meetingOf } from "../meetings/meeting-of.js";

export type CitizenFound = { appointment: Appointment; meeting: Meeting };

/** Whose PIN has this hash, locked; null: nobody's that is known now. Two with the same PIN at the same time come once in many lifetimes; even then nobody gets the other's. */
export async function findCitizen(db: EntityManager, pinHash: Buffer, now: Date): Promise<CitizenFound | null> {
  const [one, another] = await findKnown(db, pinHash, now);
  if (!one || another) return null;
  const appointment = await lockAppointment(db, one.id);
  const meeting = await meetingOf(db, appointment);
  const isStill =
    appointment.pinHash?.equals(pinHash) && isPinKnown(appointment, meeting.status === "in_progress", now);
  return isStill ? { appointment, meeting } : null;
}

async function findKnown(db: EntityManager, pinHash: Buffer, now: Date): Promise<Appointment[]> {
  const all = await db.findBy(Appointment, { pinHash });
  const known: Appointment[] = [];
  for (const one of all) {
    const isInProgress = await db.existsBy(Meeting, { appointmentId: one.id, status: "in_progress" });
    if (isPinKnown(one, isInProgress, now)) known.push(one);
  }
  return known;
}
