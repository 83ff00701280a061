import type { DocumentType } from "@balie/contract/documents";
import { type SealedFile, sealFile } from "../../platform/sealed-file.js";
import { nameDocument } from "./document-name.rules.js";
import { recogniseDocument } from "./recognise-document.js";

type Sealed = { file: { name: string; type: DocumentType; sizeBytes: number }; content: SealedFile };

/** What came as bytes, by whichever side: known by its content, and sealed. Refused: like recogniseDocument. */
export async function sealDocument(
  appSecret: string,
  documentId: string,
  name: string,
  bytes: Buffer,
): Promise<Sealed> {
  const type = await recogniseDocument(bytes);
  return {
    file: { name: nameDocument(name, type), type, sizeBytes: bytes.length },
    content: sealFile(appSecret, documentId, bytes),
  };
}
