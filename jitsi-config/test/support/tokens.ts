import { createHmac } from "node:crypto";
import { domain } from "./xmpp-client.js";

export const appId = "balie-test";
export const appSecret = "a-secret-that-only-the-test-knows-0123456789";

export const now = () => Math.floor(Date.now() / 1000);

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

export interface TokenParts {
  header?: Record<string, unknown>;
  secret?: string;
  hash?: "sha256" | "sha384";
}

/** Signs exactly what it is given: the tests need tokens no library would make. */
export function signToken(claims: unknown, { header, secret, hash }: TokenParts = {}): string {
  const signed = `${encode({ alg: "HS256", typ: "JWT", ...header })}.${encode(claims)}`;
  const signature = createHmac(hash ?? "sha256", secret ?? appSecret)
    .update(signed)
    .digest("base64url");
  return `${signed}.${signature}`;
}

export const citizen = { id: "citizen-1", name: "Noor Citizen", role: "citizen", moderator: false };
export const clerk = { id: "clerk-1", name: "Kees Clerk", role: "clerk", moderator: true };

export function validClaims(room: string, user: Record<string, unknown> = citizen): Record<string, unknown> {
  return { iss: appId, aud: "jitsi", sub: domain, exp: now() + 600, nbf: now() - 1, room, context: { user } };
}

export const validToken = (room: string, user?: Record<string, unknown>) => signToken(validClaims(room, user));
