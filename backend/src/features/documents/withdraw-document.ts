import type { ClerkActor, Context } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { announce } from "../../platform/live/announce.js";
import { lockMeeting } from "../meetings/load-meeting.js";
import type { Meeting } from "../meetings/meeting.entity.js";
import { Document } from "./document.entity.js";
import { mayHandle } from "./document.policy.js";
import { DocumentContent } from "./document-content.entity.js";

/** A clerk takes back the question, or what they gave: its bytes are gone at once. A second time changes nothing. Refused: 404 not_found, 410 meeting_ended, 409 document_answered. */
export async function withdrawDocument(
  { db, actor }: Context<ClerkActor>,
  { meetingId, documentId }: { meetingId: string; documentId: string },
): Promise<Meeting> {
  const meeting = await lockMeeting(db, meetingId);
  const document = await db.findOneBy(Document, { id: documentId, meetingId });
  if (!document || !mayHandle(actor, meeting)) throw new Refusal(404, "not_found");
  if (meeting.status === "ended") throw new Refusal(410, "meeting_ended");
  if (document.state === "withdrawn") return meeting;
  if (document.state !== "asked" && document.state !== "given") throw new Refusal(409, "document_answered");
  // In this order, as the worker that forgets: otherwise each could wait for the other.
  await db.update(Document, { id: documentId }, { state: "withdrawn" });
  await db.delete(DocumentContent, { documentId });
  await announce(db, `counter:${meeting.counterId}`);
  return meeting;
}
