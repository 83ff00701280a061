import type { ArrivedBrowser, Context } from "../../platform/context.js";
import { announce } from "../../platform/live/announce.js";
import { sealFile } from "../../platform/sealed-file.js";
import { Document } from "./document.entity.js";
import { DocumentContent } from "./document-content.entity.js";
import { nameDocument } from "./document-name.rules.js";
import { findAskedDocument } from "./find-asked-document.js";
import { recogniseDocument } from "./recognise-document.js";

type Sending = { documentId: string; name: string };

/** The citizen answers with a file: recognised by its content, kept sealed. One answer per question.
    Refused: like findAskedDocument, 422 document_empty, 415 document_type. */
export async function sendDocument(
  context: Context<ArrivedBrowser>,
  { documentId, name }: Sending,
  bytes: Buffer,
  appSecret: string,
): Promise<Document> {
  const { db, now } = context;
  // Before the lock, which everybody of this meeting waits for.
  const type = await recogniseDocument(bytes);
  const content = sealFile(appSecret, documentId, bytes);
  const { document, meeting } = await findAskedDocument(context, documentId);
  const change = {
    state: "sent" as const,
    sentAt: now,
    name: nameDocument(name, type),
    type,
    sizeBytes: bytes.length,
  };
  await db.insert(DocumentContent, { documentId, ...content });
  await db.update(Document, { id: documentId }, change);
  await announce(db, `counter:${meeting.counterId}`);
  return Object.assign(document, change);
}
