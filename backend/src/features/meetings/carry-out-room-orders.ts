import type { DataSource } from "typeorm";
import type { CounterControl } from "../../platform/calls/counter-control.js";
import { RoomOrder } from "./room-order.entity.js";

/** Tells Prosody what has been ordered and not done. Safe to run at once in several processes and to repeat: the commands are idempotent, a row is locked while
    its command runs, and only an answer marks it done. @returns how many were carried out. */
export async function carryOutRoomOrders(dataSource: DataSource, control: CounterControl, now: Date): Promise<number> {
  let done = 0;
  while (await carryOutOne(dataSource, control, now)) done += 1;
  return done;
}

const carryOutOne = (dataSource: DataSource, control: CounterControl, now: Date): Promise<boolean> =>
  dataSource.transaction(async (db) => {
    const order = await db
      .createQueryBuilder(RoomOrder, "o")
      .where("o.done_at is null")
      .orderBy("o.orderedAt")
      .setLock("pessimistic_write")
      .setOnLocked("skip_locked")
      .limit(1)
      .getOne();
    if (!order) return false;
    await (order.userId === null ? control.end(order.room) : control.remove(order.room, order.userId));
    await db.update(RoomOrder, { id: order.id }, { doneAt: now });
    return true;
  });
