import type { EntityManager } from "typeorm";
import type { ClerkActor } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { Clerk } from "../clerks/clerk.entity.js";

export const mayPhone = (db: EntityManager, { clerkId }: ClerkActor): Promise<boolean> =>
  db.existsBy(Clerk, { id: clerkId, phonesInterpreters: true });

/** @throws Refusal 403 may_not_phone. */
export async function refuseWithoutRight(db: EntityManager, actor: ClerkActor): Promise<void> {
  if (!(await mayPhone(db, actor))) throw new Refusal(403, "may_not_phone");
}
