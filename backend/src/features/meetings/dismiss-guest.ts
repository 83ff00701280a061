import type { EntityManager } from "typeorm";
import { announce } from "../../platform/live/announce.js";
import { Guest } from "./guest.entity.js";
import type { Meeting } from "./meeting.entity.js";
import { orderRoom } from "./order-room.js";

/** A guest is out: of their own will, or put out. A token they still have opens nothing. A second time changes nothing. The caller holds the meeting's lock. */
export async function dismissGuest(
  db: EntityManager,
  meeting: Meeting,
  guest: Pick<Guest, "id" | "state">,
  state: "left" | "removed",
  now: Date,
): Promise<void> {
  if (guest.state === "left" || guest.state === "removed") return;
  await db.update(Guest, { id: guest.id }, { state });
  await orderRoom(db, meeting.room!, guest.id, now);
  await announce(db, `counter:${meeting.counterId}`);
}
