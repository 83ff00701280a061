import { type EntityManager, LessThan } from "typeorm";
import { ClerkSession } from "./clerk-session.entity.js";

/** Expired sessions go; the worker calls this. */
export const forgetSessions = (db: EntityManager, now: Date) => db.delete(ClerkSession, { expiresAt: LessThan(now) });
