import type { EntityManager } from "typeorm";
import type { WelcomedClerk } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { hashToken } from "../../platform/tokens.js";
import { WelcomeLink } from "./welcome-link.entity.js";
import { deadBecause } from "./welcome-link.rules.js";

/** Who holds this welcome link. Refused: 404 welcome_unknown, also for a clerk who is no longer active; 410 welcome_used, 410 welcome_expired. */
export async function findWelcome(db: EntityManager, token: string | undefined, now: Date): Promise<WelcomedClerk> {
  const link = token
    ? await db.findOneBy(WelcomeLink, { tokenHash: hashToken(token), clerk: { isActive: true } })
    : null;
  if (!link) throw new Refusal(404, "welcome_unknown");
  const why = deadBecause(link, now);
  if (why) throw new Refusal(410, why);
  return { kind: "welcome", clerkId: link.clerkId, linkId: link.id };
}
