import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from "node:crypto";

/** 256 random bits as 43 characters of base64url: secret and welcome links, session and arrival cookies. */
export const newToken = (): string => randomBytes(32).toString("base64url");

/** What the database keeps of a token. No salt: 256 random bits can't be guessed from their hash. */
export const hashToken = (token: string): Buffer => createHash("sha256").update(token).digest();

const keys = new Map<string, KeyObject>();

/** The key for one purpose, from the appliance's one secret (RFC 5869). */
export function keyFor(appSecret: string, purpose: string): KeyObject {
  const name = `${purpose}:${appSecret}`;
  const key = keys.get(name) ?? createSecretKey(Buffer.from(hkdfSync("sha256", appSecret, "", purpose, 32)));
  keys.set(name, key);
  return key;
}

/** Encrypts a token that a later mail must repeat: nonce (12 bytes), tag (16), text; AES-256-GCM. */
export function sealToken(appSecret: string, token: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyFor(appSecret, "link"), nonce);
  const text = Buffer.concat([cipher.update(token, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]);
}

/** @throws when the secret is another one or the bytes were changed. */
export function unsealToken(appSecret: string, sealed: Buffer): string {
  const decipher = createDecipheriv("aes-256-gcm", keyFor(appSecret, "link"), sealed.subarray(0, 12));
  decipher.setAuthTag(sealed.subarray(12, 28));
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString("utf8");
}
