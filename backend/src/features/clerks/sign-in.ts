import type { SignInInput } from "@balie/contract/clerks";
import type { Context } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { Clerk } from "./clerk.entity.js";
import { isPassword } from "./password.js";
import { startSession } from "./start-session.js";

/** A clerk signs in by e-mail address and password; the answer's token goes into the session cookie. Refused: 401 wrong_credentials, the same for everything. */
export async function signIn(
  context: Context,
  { email, password }: SignInInput,
): Promise<{ clerkId: string; token: string }> {
  const clerk = await context.db
    .createQueryBuilder(Clerk, "clerk")
    .addSelect("clerk.passwordHash")
    .where("clerk.email = :email and clerk.is_active", { email: email.toLowerCase() })
    .getOne();
  const isRight = await isPassword(clerk?.passwordHash ?? null, password);
  if (!clerk || !isRight) throw new Refusal(401, "wrong_credentials");
  return { clerkId: clerk.id, token: await startSession(context, clerk.id) };
}
