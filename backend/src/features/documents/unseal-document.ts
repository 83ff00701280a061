import type { EntityManager } from "typeorm";
import { Refusal } from "../../platform/http/refusal.js";
import { unsealFile } from "../../platform/sealed-file.js";
import type { Document } from "./document.entity.js";
import { DocumentContent } from "./document-content.entity.js";

export type UnsealedDocument = { name: string; type: string; body: Buffer };

/** One that is sent or given, as a file to be saved. Refused: 404 not_found (its bytes went since it was read). */
export async function unsealDocument(
  db: EntityManager,
  { id, name, type }: Document,
  appSecret: string,
): Promise<UnsealedDocument> {
  const content = await db.findOneBy(DocumentContent, { documentId: id });
  if (!content) throw new Refusal(404, "not_found");
  return { name: name!, type: type!, body: unsealFile(appSecret, id, content) };
}
