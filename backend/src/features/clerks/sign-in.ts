import type { SignInInput } from "@balie/contract/clerks";
import type { Context } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { hashToken, newToken } from "../../platform/tokens.js";
import { Clerk } from "./clerk.entity.js";
import { ClerkSession } from "./clerk-session.entity.js";
import { sessionEndsAt } from "./clerk-session.rules.js";
import { isPassword } from "./password.js";

/** A clerk signs in by e-mail address and password; the answer's token goes into the session cookie. Refused: 401 wrong_credentials, the same for everything. */
export async function signIn(
  { db, now }: Context,
  { email, password }: SignInInput,
): Promise<{ clerkId: string; token: string }> {
  const clerk = await db
    .createQueryBuilder(Clerk, "clerk")
    .addSelect("clerk.passwordHash")
    .where("clerk.email = :email and clerk.is_active", { email: email.toLowerCase() })
    .getOne();
  const isRight = await isPassword(clerk?.passwordHash ?? null, password);
  if (!clerk || !isRight) throw new Refusal(401, "wrong_credentials");
  const token = newToken();
  await db.insert(ClerkSession, {
    tokenHash: hashToken(token),
    clerkId: clerk.id,
    createdAt: now,
    expiresAt: sessionEndsAt(now),
  });
  return { clerkId: clerk.id, token };
}
