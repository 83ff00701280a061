import type { ClerkActor, Context } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { unsealFile } from "../../platform/sealed-file.js";
import { Document } from "./document.entity.js";
import { mayHandle } from "./document.policy.js";
import { DocumentContent } from "./document-content.entity.js";

type OpenedDocument = { name: string; type: string; body: Buffer };

/** What a citizen sent, for a clerk of that meeting's counter. Refused: 404 not_found (also another counter's, and what was never sent), 410 document_forgotten. */
export async function openDocument(
  { db, actor }: Context<ClerkActor>,
  { meetingId, documentId }: { meetingId: string; documentId: string },
  appSecret: string,
): Promise<OpenedDocument> {
  const document = await db.findOne(Document, { where: { id: documentId, meetingId }, relations: { meeting: true } });
  if (!document || !mayHandle(actor, document.meeting)) throw new Refusal(404, "not_found");
  if (document.state === "forgotten") throw new Refusal(410, "document_forgotten");
  if (document.state !== "sent") throw new Refusal(404, "not_found");
  const content = await db.findOneByOrFail(DocumentContent, { documentId });
  return { name: document.name!, type: document.type!, body: unsealFile(appSecret, documentId, content) };
}
