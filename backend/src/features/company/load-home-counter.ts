import type { Localised } from "@balie/contract/languages";
import type { EntityManager } from "typeorm";

/** The counter by which others know a clerk: the first of theirs. null for who was assigned to none, as an administrator. */
export async function loadHomeCounter(db: EntityManager, clerkId: string): Promise<Localised | null> {
  const [first] = await db.query(
    "select c.name from clerk_counter l join counter c on c.id = l.counter_id where l.clerk_id = $1 order by c.name->>'nl', c.id limit 1",
    [clerkId],
  );
  return first?.name ?? null;
}
