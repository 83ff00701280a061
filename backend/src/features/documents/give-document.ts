import { randomUUID } from "node:crypto";
import type { ClerkActor, Context } from "../../platform/context.js";
import { announce } from "../../platform/live/announce.js";
import type { Meeting } from "../meetings/meeting.entity.js";
import { Document } from "./document.entity.js";
import { DocumentContent } from "./document-content.entity.js";
import { lockCall } from "./lock-call.js";
import { sealDocument } from "./seal-document.js";

type Giving = { meetingId: string; name: string };

/** A clerk gives the citizen in the call a file: recognised by its content and kept sealed, as what a citizen sends. Refused: like lockCall and sealDocument. */
export async function giveDocument(
  context: Context<ClerkActor>,
  { meetingId, name }: Giving,
  bytes: Buffer,
  appSecret: string,
): Promise<Meeting> {
  const { db, actor, now } = context;
  const id = randomUUID();
  // Before the lock, which everybody of this meeting waits for.
  const { file, content } = await sealDocument(appSecret, id, name, bytes);
  const meeting = await lockCall(context, meetingId, "given");
  await db.insert(Document, { id, meetingId, what: "", givenBy: actor.clerkId, givenAt: now, state: "given", ...file });
  await db.insert(DocumentContent, { documentId: id, ...content });
  await announce(db, `counter:${meeting.counterId}`);
  return meeting;
}
