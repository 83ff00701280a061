import type { QueueEntry } from "@balie/contract/meetings";
import type { EntityManager } from "typeorm";
import { loadQueue } from "./load-queue.js";
import { viewQueueEntry } from "./queue.view.js";

/** By clerk, the meetings that were handed to them at a counter where they do not work, in progress or still without an outcome: their own queue does not have these. */
export async function loadLedElsewhere(
  db: EntityManager,
  clerkIds: string[],
  now: Date,
): Promise<Map<string, QueueEntry[]>> {
  const led: { clerkId: string; id: string; counterId: string }[] = await db.query(
    `select m.clerk_id "clerkId", m.id, m.counter_id "counterId"
     from meeting m join clerk k on k.id = m.clerk_id
     where m.clerk_id = any($1) and m.led_as is not null and m.status in ('in_progress', 'ended') and k.role <> 'admin'
       and not exists (select from clerk_counter l where l.clerk_id = k.id and l.counter_id = m.counter_id)
       and (m.status = 'in_progress' or m.ended_at > $2::timestamptz - interval '1 day'
            and not exists (select from outcome o where o.meeting_id = m.id))
     order by m.started_at`,
    [clerkIds, now],
  );
  const byClerk = new Map<string, QueueEntry[]>(clerkIds.map((clerkId) => [clerkId, []]));
  for (const { clerkId, id, counterId } of led)
    byClerk.get(clerkId)!.push(...(await loadQueue(db, [counterId], now, id)).map(viewQueueEntry));
  return byClerk;
}
