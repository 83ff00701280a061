import type { ClerkActor, Context } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { Document } from "./document.entity.js";
import { mayHandle } from "./document.policy.js";
import { type UnsealedDocument, unsealDocument } from "./unseal-document.js";

/** What a citizen sent or was given, for a clerk of that meeting's counter. Refused: 404 not_found (also another counter's, and what was never sent or taken back), 410 document_forgotten. */
export async function openDocument(
  { db, actor }: Context<ClerkActor>,
  { meetingId, documentId }: { meetingId: string; documentId: string },
  appSecret: string,
): Promise<UnsealedDocument> {
  const document = await db.findOne(Document, { where: { id: documentId, meetingId }, relations: { meeting: true } });
  if (!document || !mayHandle(actor, document.meeting)) throw new Refusal(404, "not_found");
  if (document.state === "forgotten") throw new Refusal(410, "document_forgotten");
  if (document.state !== "sent" && document.state !== "given") throw new Refusal(404, "not_found");
  return unsealDocument(db, document, appSecret);
}
