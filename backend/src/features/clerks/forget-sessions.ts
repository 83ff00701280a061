import { type EntityManager, LessThan } from "typeorm";
import { ClerkSession } from "./clerk-session.entity.js";
import { WelcomeLink } from "./welcome-link.entity.js";
import { welcomeForgottenBefore } from "./welcome-link.rules.js";

/** Expired sessions go, and welcome links that ended long ago; the worker calls this. */
export async function forgetSessions(db: EntityManager, now: Date): Promise<void> {
  await db.delete(ClerkSession, { expiresAt: LessThan(now) });
  await db.delete(WelcomeLink, { expiresAt: LessThan(welcomeForgottenBefore(now)) });
}
