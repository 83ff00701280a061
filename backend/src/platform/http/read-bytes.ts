import type { IncomingMessage } from "node:http";
import { Refusal } from "./refusal.js";

/** The whole body, in memory. Refused: 413 document_too_large as soon as that is known, the rest is never read; 400 document_incomplete when the sender breaks off. */
export async function readBytes(request: IncomingMessage, most: number): Promise<Buffer> {
  if (declaredLength(request) > most) throw new Refusal(413, "document_too_large");
  const parts: Buffer[] = [];
  let length = 0;
  try {
    for await (const part of request.iterator({ destroyOnReturn: false })) {
      length += part.length;
      if (length > most) throw new Refusal(413, "document_too_large");
      parts.push(part);
    }
  } catch (fault) {
    throw fault instanceof Refusal ? fault : new Refusal(400, "document_incomplete");
  }
  return Buffer.concat(parts);
}

/** Whoever does not say it may go on for ever: NaN is within no limit. */
export const declaredLength = (request: IncomingMessage): number => Number(request.headers["content-length"]);
