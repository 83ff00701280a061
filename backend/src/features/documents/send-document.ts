import type { AskedDocument } from "@balie/contract/documents";
import type { ArrivedBrowser, Context } from "../../platform/context.js";
import { announce } from "../../platform/live/announce.js";
import { Document } from "./document.entity.js";
import { DocumentContent } from "./document-content.entity.js";
import { findAskedDocument } from "./find-asked-document.js";
import { sealDocument } from "./seal-document.js";

type Sending = { documentId: string; name: string };

/** The citizen answers with a file: recognised by its content, kept sealed. One answer per question.
    Refused: like findAskedDocument and sealDocument. */
export async function sendDocument(
  context: Context<ArrivedBrowser>,
  { documentId, name }: Sending,
  bytes: Buffer,
  appSecret: string,
): Promise<AskedDocument> {
  const { db, now } = context;
  // Before the lock, which everybody of this meeting waits for.
  const { file, content } = await sealDocument(appSecret, documentId, name, bytes);
  const { document, meeting } = await findAskedDocument(context, documentId);
  const change = { state: "sent" as const, sentAt: now, ...file };
  await db.insert(DocumentContent, { documentId, ...content });
  await db.update(Document, { id: documentId }, change);
  await announce(db, `counter:${meeting.counterId}`);
  return { id: document.id, what: document.what, state: change.state };
}
