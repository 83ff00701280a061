import type { ClerkView } from "@balie/contract/clerks";
import { type EntityManager, In } from "typeorm";
import { Clerk } from "../clerks/clerk.entity.js";
import { loadCounterIds } from "../clerks/load-counter-ids.js";
import { viewClerk } from "./clerk.view.js";
import { Counter } from "./counter.entity.js";
import { loadMunicipality } from "./load-municipality.js";

/** Who is signed in, and at which counters. */
export async function loadClerkView(
  db: EntityManager,
  clerkId: string,
  settings: Parameters<typeof viewClerk>[3],
): Promise<ClerkView> {
  const clerk = await db.findOneByOrFail(Clerk, { id: clerkId });
  const counters = await db.findBy(Counter, { id: In(await loadCounterIds(db, clerk)) });
  return viewClerk(clerk, counters, await loadMunicipality(db), settings);
}
