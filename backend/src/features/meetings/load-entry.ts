import type { QueueEntry } from "@balie/contract/meetings";
import type { EntityManager } from "typeorm";
import { loadQueue } from "./load-queue.js";
import type { Meeting } from "./meeting.entity.js";
import { viewQueueEntry } from "./queue.view.js";

/** One meeting as the console shows it. */
export async function loadEntry(db: EntityManager, { id, counterId }: Meeting, now: Date): Promise<QueueEntry> {
  const [found] = await loadQueue(db, [counterId], now, id);
  if (!found) throw new Error("A meeting that was just changed is not in the queue.");
  return viewQueueEntry(found);
}
