import type { ArrivedBrowser, Context } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { findOwnDocument } from "./find-own-document.js";

/** A document that this browser is asked for now, for an answer. Refused: like findOwnDocument, 409 document_answered. */
export async function findAskedDocument(
  context: Context<ArrivedBrowser>,
  documentId: string,
): ReturnType<typeof findOwnDocument> {
  const found = await findOwnDocument(context, documentId);
  if (found.document.state !== "asked") throw new Refusal(409, "document_answered");
  return found;
}
