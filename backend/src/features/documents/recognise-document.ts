import { type DocumentType, documentType } from "@balie/contract/documents";
import { fileTypeFromBuffer } from "file-type";
import { Refusal } from "../../platform/http/refusal.js";

/** What these bytes are, by themselves; they are looked at and never run. Refused: 422 document_empty, 415 document_type. */
export async function recogniseDocument(bytes: Buffer): Promise<DocumentType> {
  if (bytes.length === 0) throw new Refusal(422, "document_empty");
  // Bytes that only begin like a file make it throw: then they are none.
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const type = documentType.safeParse(found?.mime);
  if (!type.success) throw new Refusal(415, "document_type");
  return type.data;
}
