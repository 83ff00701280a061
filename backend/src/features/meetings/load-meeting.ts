import type { EntityManager } from "typeorm";
import type { ClerkActor } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { Meeting } from "./meeting.entity.js";
import { maySee } from "./meeting.policy.js";

/** A meeting for a change: its appointment's row is the one lock of their whole story, so that arrivals, admissions, removals, cancellation and the end
    come one after the other, and nobody locks in another order. Refused: 404 not_found. */
export async function lockMeeting(db: EntityManager, id: string): Promise<Meeting> {
  // One round trip, in this order: the second sees what the lock waited for.
  const [, meeting] = await Promise.all([
    db.query("select 1 from appointment where id = (select appointment_id from meeting where id = $1) for update", [
      id,
    ]),
    db.findOneBy(Meeting, { id }),
  ]);
  if (!meeting) throw new Refusal(404, "not_found");
  return meeting;
}

/** The same for a clerk. Refused: 404 not_found, also for another counter's meeting. */
export async function lockMeetingFor(db: EntityManager, actor: ClerkActor, id: string): Promise<Meeting> {
  const meeting = await lockMeeting(db, id);
  if (!maySee(actor, meeting)) throw new Refusal(404, "not_found");
  return meeting;
}
