import { documentsPerMeeting } from "@balie/contract/documents";
import { In } from "typeorm";
import type { ClerkActor, Context } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { announce } from "../../platform/live/announce.js";
import { lockMeeting } from "../meetings/load-meeting.js";
import type { Meeting } from "../meetings/meeting.entity.js";
import { Document } from "./document.entity.js";
import { mayHandle } from "./document.policy.js";

/** A clerk asks the citizen in the call for a document. Refused: 404 not_found, 410 meeting_ended, 409 meeting_not_in_progress, documents_full. */
export async function askForDocument(
  { db, actor, now }: Context<ClerkActor>,
  { meetingId, what }: { meetingId: string; what: string },
): Promise<Meeting> {
  const meeting = await lockMeeting(db, meetingId);
  if (!mayHandle(actor, meeting)) throw new Refusal(404, "not_found");
  if (meeting.status === "ended") throw new Refusal(410, "meeting_ended");
  if (meeting.status !== "in_progress") throw new Refusal(409, "meeting_not_in_progress");
  if ((await db.countBy(Document, { meetingId, state: In(["asked", "sent"]) })) >= documentsPerMeeting)
    throw new Refusal(409, "documents_full");
  await db.insert(Document, { meetingId, what, askedBy: actor.clerkId, askedAt: now, state: "asked" });
  await announce(db, `counter:${meeting.counterId}`);
  return meeting;
}
