import type { EntityManager } from "typeorm";
import type { ClerkActor } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { lockMeetingFor } from "../meetings/load-meeting.js";
import type { Meeting } from "../meetings/meeting.entity.js";
import { leads } from "../meetings/meeting.policy.js";

/** A meeting for a change of who may dial in. Refused: 404 not_found, 410 meeting_ended, 403 forbidden (who does not lead). */
export async function lockLedMeeting(db: EntityManager, actor: ClerkActor, meetingId: string): Promise<Meeting> {
  const meeting = await lockMeetingFor(db, actor, meetingId);
  if (meeting.clerkId !== null && !leads(actor, meeting)) throw new Refusal(403, "forbidden");
  if (meeting.status === "ended") throw new Refusal(410, "meeting_ended");
  return meeting;
}
