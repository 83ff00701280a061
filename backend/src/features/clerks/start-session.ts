import type { Context } from "../../platform/context.js";
import { hashToken, newToken } from "../../platform/tokens.js";
import { ClerkSession } from "./clerk-session.entity.js";
import { sessionEndsAt } from "./clerk-session.rules.js";

/** @returns the token for the session cookie. */
export async function startSession({ db, now }: Pick<Context, "db" | "now">, clerkId: string): Promise<string> {
  const token = newToken();
  await db.insert(ClerkSession, {
    tokenHash: hashToken(token),
    clerkId,
    createdAt: now,
    expiresAt: sessionEndsAt(now),
  });
  return token;
}
