import { documentsPerMeeting } from "@balie/contract/documents";
import { In } from "typeorm";
import type { ClerkActor, Context } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { lockMeeting } from "../meetings/load-meeting.js";
import type { Meeting } from "../meetings/meeting.entity.js";
import { Document } from "./document.entity.js";
import { mayHandle } from "./document.policy.js";

const states = { asked: ["asked", "sent"], given: ["given"] } as const;

/** The meeting under way, locked, in which a clerk asks for one more document or gives one.
    Refused: 404 not_found, 410 meeting_ended, 409 meeting_not_in_progress, documents_full. */
export async function lockCall(
  { db, actor }: Context<ClerkActor>,
  meetingId: string,
  direction: keyof typeof states,
): Promise<Meeting> {
  const meeting = await lockMeeting(db, meetingId);
  if (!mayHandle(actor, meeting)) throw new Refusal(404, "not_found");
  if (meeting.status === "ended") throw new Refusal(410, "meeting_ended");
  if (meeting.status !== "in_progress") throw new Refusal(409, "meeting_not_in_progress");
  if ((await db.countBy(Document, { meetingId, state: In(states[direction]) })) >= documentsPerMeeting)
    throw new Refusal(409, "documents_full");
  return meeting;
}
