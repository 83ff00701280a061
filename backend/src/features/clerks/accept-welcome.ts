import type { AcceptWelcomeInput } from "@balie/contract/clerks";
import { IsNull } from "typeorm";
import type { Context, WelcomedClerk } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { Clerk } from "./clerk.entity.js";
import { ClerkSession } from "./clerk-session.entity.js";
import { hashPassword } from "./password.js";
import { startSession } from "./start-session.js";
import { WelcomeLink } from "./welcome-link.entity.js";

/** The holder of a welcome link chooses name and password, and is signed in; sessions from before, which may be somebody else's, end. Of two at once the second is
    refused: 410 welcome_used.
    @returns the token for the session cookie. */
export async function acceptWelcome(
  context: Context<WelcomedClerk>,
  { name, password }: AcceptWelcomeInput,
): Promise<string> {
  const { db, actor, now } = context;
  const { affected } = await db.update(WelcomeLink, { id: actor.linkId, usedAt: IsNull() }, { usedAt: now });
  if (affected !== 1) throw new Refusal(410, "welcome_used");
  await db.update(Clerk, { id: actor.clerkId }, { name, passwordHash: await hashPassword(password) });
  await db.delete(ClerkSession, { clerkId: actor.clerkId });
  return startSession(context, actor.clerkId);
}
