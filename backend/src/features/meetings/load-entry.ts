import type { QueueEntry } from "@balie/contract/meetings";
import type { EntityManager } from "typeorm";
import { loadQueue } from "./load-queue.js";
import { Meeting } from "./meeting.entity.js";
import { viewQueueEntry } from "./queue.view.js";

/** One meeting as the console shows it. */
export async function loadEntry(db: EntityManager, meetingId: string, now: Date): Promise<QueueEntry> {
  const { counterId } = await db.findOneByOrFail(Meeting, { id: meetingId });
  const found = (await loadQueue(db, [counterId], now)).find((meeting) => meeting.meetingId === meetingId);
  if (!found) throw new Error("A meeting that was just changed is not in the queue.");
  return viewQueueEntry(found);
}
