import type { ClerkActor, Context } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { announce } from "../../platform/live/announce.js";
import { lockMeeting } from "../meetings/load-meeting.js";
import type { Meeting } from "../meetings/meeting.entity.js";
import { Document } from "./document.entity.js";
import { mayHandle } from "./document.policy.js";

/** A clerk takes the question back. A second time changes nothing. Refused: 404 not_found, 409 document_answered. */
export async function withdrawDocument(
  { db, actor }: Context<ClerkActor>,
  { meetingId, documentId }: { meetingId: string; documentId: string },
): Promise<Meeting> {
  const meeting = await lockMeeting(db, meetingId);
  const document = await db.findOneBy(Document, { id: documentId, meetingId });
  if (!document || !mayHandle(actor, meeting)) throw new Refusal(404, "not_found");
  if (document.state === "withdrawn") return meeting;
  if (document.state !== "asked") throw new Refusal(409, "document_answered");
  await db.update(Document, { id: documentId }, { state: "withdrawn" });
  await announce(db, `counter:${meeting.counterId}`);
  return meeting;
}
