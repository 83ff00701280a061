import { type EntityManager, MoreThan } from "typeorm";
import type { ClerkActor } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { hashToken } from "../../platform/tokens.js";
import { ClerkSession } from "./clerk-session.entity.js";
import { loadCounterIds } from "./load-counter-ids.js";

/** The clerk who holds this session cookie. Refused: 401 unauthenticated. */
export async function findSession(db: EntityManager, token: string | undefined, now: Date): Promise<ClerkActor> {
  if (!token) throw new Refusal(401, "unauthenticated");
  const session = await db.findOne(ClerkSession, {
    where: { tokenHash: hashToken(token), expiresAt: MoreThan(now), clerk: { isActive: true } },
    relations: { clerk: true },
  });
  if (!session) throw new Refusal(401, "unauthenticated");
  return {
    kind: "clerk",
    clerkId: session.clerkId,
    sessionId: session.id,
    role: session.clerk.role,
    counterIds: await loadCounterIds(db, session.clerk),
  };
}
