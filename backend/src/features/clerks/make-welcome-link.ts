import { IsNull } from "typeorm";
import type { Context } from "../../platform/context.js";
import { hashToken, newToken } from "../../platform/tokens.js";
import { WelcomeLink } from "./welcome-link.entity.js";
import { welcomeEndsAt } from "./welcome-link.rules.js";

/** A link by which this clerk chooses a name and a password; any earlier one that was not used ends now.
    @returns its token, which is kept nowhere else: whoever has it is this clerk. */
export async function makeWelcomeLink({ db, now }: Pick<Context, "db" | "now">, clerkId: string): Promise<string> {
  await db.update(WelcomeLink, { clerkId, usedAt: IsNull() }, { expiresAt: now });
  const token = newToken();
  await db.insert(WelcomeLink, { clerkId, tokenHash: hashToken(token), madeAt: now, expiresAt: welcomeEndsAt(now) });
  return token;
}
