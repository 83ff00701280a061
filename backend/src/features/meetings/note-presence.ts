import type { EntityManager } from "typeorm";
import { announce } from "../../platform/live/announce.js";
import { Arrival } from "./arrival.entity.js";

/** The page of an arrival is open and in touch, or has gone (`isHere` false). Consoles hear of it only when it changes. Only the tab that holds the arrival counts. */
export async function noteSeen(
  db: EntityManager,
  arrivalId: string,
  tabId: string,
  isHere: boolean,
  now: Date,
): Promise<void> {
  const changed: { counter_id: string }[] = await db.query(
    `with changed as (
       update arrival set seen_at = $3 where id = $1 and tab_id = $2 and (seen_at is null) <> ($3::timestamptz is null) returning meeting_id)
     select m.counter_id from changed join meeting m on m.id = changed.meeting_id`,
    [arrivalId, tabId, isHere ? now : null],
  );
  for (const { counter_id } of changed) await announce(db, `counter:${counter_id}`);
}

/** The event streams that this process holds are still open. */
export const keepSeen = (db: EntityManager, arrivalIds: string[], now: Date): Promise<unknown> =>
  arrivalIds.length === 0
    ? Promise.resolve()
    : db.query("update arrival set seen_at = $2 where id = any($1) and seen_at is not null", [arrivalIds, now]);

const silenceSeconds = 60;

/** Pages of a process that died without a word: not heard of for a minute means gone. The worker calls this. */
export async function forgetSilentArrivals(db: EntityManager, now: Date): Promise<void> {
  const before = new Date(now.getTime() - silenceSeconds * 1000);
  const silent = await db
    .createQueryBuilder(Arrival, "a")
    .innerJoinAndSelect("a.meeting", "m")
    .where("a.seen_at < :before", { before })
    .getMany();
  for (const { id, tabId } of silent) await noteSeen(db, id, tabId, false, now);
}
