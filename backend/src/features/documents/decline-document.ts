import type { AskedDocument } from "@balie/contract/documents";
import type { ArrivedBrowser, Context } from "../../platform/context.js";
import { announce } from "../../platform/live/announce.js";
import { Document } from "./document.entity.js";
import { findAskedDocument } from "./find-asked-document.js";

/** The citizen does not want to, or cannot. Refused: like findAskedDocument. */
export async function declineDocument(
  context: Context<ArrivedBrowser>,
  { documentId }: { documentId: string },
): Promise<AskedDocument> {
  const { document, meeting } = await findAskedDocument(context, documentId);
  const change = { state: "declined" as const };
  await context.db.update(Document, { id: documentId }, change);
  await announce(context.db, `counter:${meeting.counterId}`);
  return { id: document.id, what: document.what, state: change.state };
}
