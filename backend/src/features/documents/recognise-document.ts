import { type DocumentType, documentType } from "@balie/contract/documents";
import { fileTypeFromBuffer } from "file-type";
import { Refusal } from "../../platform/http/refusal.js";

const beginningBytes = 4_100;

/** What these bytes are, by themselves; they are looked at and never run. Refused: 422 document_empty, 415 document_type. */
export async function recogniseDocument(bytes: Buffer): Promise<DocumentType> {
  if (bytes.length === 0) throw new Refusal(422, "document_empty");
  // The beginning is enough for ours, and no archive or film is unpacked to be recognised. One that only begins like a file makes it throw: then it is none.
  const found = await fileTypeFromBuffer(bytes.subarray(0, beginningBytes)).catch(() => undefined);
  const type = documentType.safeParse(found?.mime);
  if (!type.success) throw new Refusal(415, "document_type");
  return type.data;
}
