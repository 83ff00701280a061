import type { EntityManager } from "typeorm";
import type { Clerk } from "./clerk.entity.js";
import { worksEverywhere } from "./clerk.policy.js";

/** The counters at which this clerk works, in order. The table of counters belongs to a feature below, so it is only named here. */
export async function loadCounterIds(db: EntityManager, { id, role }: Pick<Clerk, "id" | "role">): Promise<string[]> {
  const rows: { id: string }[] = worksEverywhere(role)
    ? await db.query("select id from counter order by id")
    : await db.query("select counter_id id from clerk_counter where clerk_id = $1 order by counter_id", [id]);
  return rows.map((row) => row.id);
}
