import type { ArrivedBrowser, Context } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { announce } from "../../platform/live/announce.js";
import { Document } from "./document.entity.js";
import { findOwnDocument } from "./find-own-document.js";
import { type UnsealedDocument, unsealDocument } from "./unseal-document.js";

/** What the clerk gave, for the citizen in the call; the clerk sees that it was fetched. The meeting's lock decides whether it was before it was taken back.
    Refused: like findOwnDocument, 404 not_found (also what was taken back). */
export async function openGivenDocument(
  context: Context<ArrivedBrowser>,
  { documentId }: { documentId: string },
  appSecret: string,
): Promise<UnsealedDocument> {
  const { db, now } = context;
  const { document, meeting } = await findOwnDocument(context, documentId);
  if (document.state !== "given") throw new Refusal(404, "not_found");
  if (document.openedAt === null) {
    await db.update(Document, { id: documentId }, { openedAt: now });
    await announce(db, `counter:${meeting.counterId}`);
  }
  return unsealDocument(db, document, appSecret);
}
