import type { EntityManager } from "typeorm";
import { RoomOrder } from "./room-order.entity.js";

/** Puts a person out of a room, or ends the room for everyone when no user is named, as soon as this transaction is committed. */
export async function orderRoom(db: EntityManager, room: string, userId: string | null, now: Date): Promise<void> {
  await db.insert(RoomOrder, { room, userId, orderedAt: now, doneAt: null });
  await db.query("select pg_notify('room_order', '')");
}
