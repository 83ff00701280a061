import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { keyFor } from "./tokens.js";

/** A file as it is kept: its bytes under a key of its own, and that key under one from the appliance's secret. */
export type SealedFile = { keySealed: Buffer; sealed: Buffer };

/** `id` is bound to both, so that neither opens in another file's place. */
export function sealFile(appSecret: string, id: string, bytes: Buffer): SealedFile {
  const key = randomBytes(32);
  return { keySealed: seal(wrappingKey(appSecret), id, key), sealed: seal(key, id, bytes) };
}

/** @throws when the secret is another one, or anything was changed. */
export function unsealFile(appSecret: string, id: string, { keySealed, sealed }: SealedFile): Buffer {
  return unseal(unseal(wrappingKey(appSecret), id, keySealed), id, sealed);
}

/** The same key under a new secret: the file's bytes stay as they are. @throws like `unsealFile`. */
export const resealFileKey = (appSecret: string, newAppSecret: string, id: string, keySealed: Buffer): Buffer =>
  seal(wrappingKey(newAppSecret), id, unseal(wrappingKey(appSecret), id, keySealed));

const wrappingKey = (appSecret: string) => keyFor(appSecret, "document");
const boundTo = (id: string) => Buffer.from(id);
type Key = Parameters<typeof createCipheriv>[1];

/** Nonce (12 bytes), tag (16), text; AES-256-GCM. */
function seal(key: Key, id: string, bytes: Buffer): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(boundTo(id));
  // In this mode the last part is empty: one copy less of what may be 10 MB.
  const text = cipher.update(bytes);
  cipher.final();
  return Buffer.concat([nonce, cipher.getAuthTag(), text]);
}

function unseal(key: Key, id: string, sealed: Buffer): Buffer {
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, 12)).setAAD(boundTo(id));
  decipher.setAuthTag(sealed.subarray(12, 28));
  const text = decipher.update(sealed.subarray(28));
  decipher.final();
  return text;
}
