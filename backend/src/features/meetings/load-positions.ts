import type { EntityManager } from "typeorm";
import { loadQueue } from "./load-queue.js";
import type { Meeting } from "./meeting.entity.js";

/** The places of these meetings in the queues of their counters, by meeting: 1 for the next; only for those that wait. */
export async function loadPositions(
  db: EntityManager,
  meetings: Pick<Meeting, "id" | "counterId" | "status">[],
  now: Date,
): Promise<Map<string, number>> {
  const counterIds = [
    ...new Set(meetings.filter(({ status }) => status === "waiting").map(({ counterId }) => counterId)),
  ];
  if (counterIds.length === 0) return new Map();
  const waiting = (await loadQueue(db, counterIds, now)).filter(({ status }) => status === "waiting");
  return new Map(
    counterIds.flatMap((counterId) =>
      waiting
        .filter((one) => one.counterId === counterId)
        .map(({ meetingId }, index): [string, number] => [meetingId, index + 1]),
    ),
  );
}
