import type { EntityManager } from "typeorm";
import { Arrival } from "./arrival.entity.js";
import { Meeting } from "./meeting.entity.js";
import { PhoneRequest } from "./phone-request.entity.js";

/** With the last one who waits, in a browser or by a phone, the meeting leaves the queue. The caller holds its lock. */
export async function planAgainWhenNobodyWaits(db: EntityManager, { id, status }: Pick<Meeting, "id" | "status">) {
  if (status !== "waiting") return;
  const isAwaited =
    (await db.existsBy(Arrival, { meetingId: id, state: "waiting" })) ||
    (await db.existsBy(PhoneRequest, { meetingId: id }));
  if (!isAwaited) await db.update(Meeting, { id }, { status: "planned" });
}
