import type { ClerkActor, Context } from "../../platform/context.js";
import { announce } from "../../platform/live/announce.js";
import type { Meeting } from "../meetings/meeting.entity.js";
import { Document } from "./document.entity.js";
import { lockCall } from "./lock-call.js";

/** A clerk asks the citizen in the call for a document. Refused: like lockCall. */
export async function askForDocument(
  context: Context<ClerkActor>,
  { meetingId, what }: { meetingId: string; what: string },
): Promise<Meeting> {
  const { db, actor, now } = context;
  const meeting = await lockCall(context, meetingId, "asked");
  await db.insert(Document, { meetingId, what, askedBy: actor.clerkId, askedAt: now, state: "asked" });
  await announce(db, `counter:${meeting.counterId}`);
  return meeting;
}
