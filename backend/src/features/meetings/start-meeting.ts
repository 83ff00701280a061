import { randomBytes } from "node:crypto";
import type { EntityManager } from "typeorm";
import { Appointment } from "../appointments/appointment.entity.js";
import { Meeting } from "./meeting.entity.js";

/** A clerk begins: only now does the meeting have a room. The caller holds its lock. */
export async function startMeeting(db: EntityManager, meeting: Meeting, clerkId: string, now: Date) {
  const change = { status: "in_progress" as const, clerkId, startedAt: now, room: newRoom() };
  await Promise.all([
    db.update(Meeting, { id: meeting.id }, change),
    db.update(Appointment, { id: meeting.appointmentId }, { status: "attended" }),
  ]);
  Object.assign(meeting, change);
}

/** 160 random bits; lower case, as XMPP compares it. */
const newRoom = () => randomBytes(20).toString("hex");
