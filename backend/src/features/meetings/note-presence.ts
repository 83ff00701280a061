import type { EntityManager } from "typeorm";
import { announce } from "../../platform/live/announce.js";

/** Whose page it is: an arrival's, an invited helper's, or an interpreter's who has a link; these rows know the tab that holds them, and their meeting. */
export type PageHolder = "arrival" | "helper" | "interpreter_link";

/** Somebody's page is open and in touch, or has gone (`isHere` false). Consoles hear of it only when it changes. Only the tab that holds counts. */
export async function noteSeen(
  db: EntityManager,
  holder: PageHolder,
  id: string,
  tabId: string,
  isHere: boolean,
  now: Date,
): Promise<void> {
  const changed: { counter_id: string }[] = await db.query(
    `with changed as (
       update ${holder} set seen_at = $3 where id = $1 and tab_id = $2 and (seen_at is null) <> ($3::timestamptz is null) returning meeting_id)
     select m.counter_id from changed join meeting m on m.id = changed.meeting_id`,
    [id, tabId, isHere ? now : null],
  );
  for (const { counter_id } of changed) await announce(db, `counter:${counter_id}`);
}

export type OpenPage = { id: string; tabId: string };

/** The event streams that this process holds are still open. Another process may have said later that a page went which had come to us by then: it is here again, unless its
    person left or all is over. */
export async function keepSeen(
  db: EntityManager,
  holder: PageHolder,
  pages: readonly OpenPage[],
  now: Date,
): Promise<void> {
  if (pages.length === 0) return;
  const returned: { counter_id: string }[] = await db.query(
    `with kept as (
       update ${holder} h set seen_at = $3
       from unnest($1::uuid[], $2::text[]) page (id, tab_id), ${holder} earlier, meeting m
       where h.id = page.id and h.tab_id = page.tab_id and earlier.id = h.id and m.id = h.meeting_id
         and (h.seen_at is not null or h.state <> 'left' and m.status <> 'ended')
       returning m.counter_id, earlier.seen_at is null was_away)
     select distinct counter_id from kept where was_away`,
    [pages.map(({ id }) => id), pages.map(({ tabId }) => tabId), now],
  );
  for (const { counter_id } of returned) await announce(db, `counter:${counter_id}`);
}

const silenceSeconds = 60;

/** Pages of a process that died without a word: not heard of for a minute means gone. The worker calls this. */
export async function forgetSilent(db: EntityManager, holder: PageHolder, now: Date): Promise<void> {
  const before = new Date(now.getTime() - silenceSeconds * 1000);
  const silent: { id: string; tab_id: string }[] = await db.query(
    `select id, tab_id from ${holder} where seen_at < $1`,
    [before],
  );
  for (const { id, tab_id } of silent) await noteSeen(db, holder, id, tab_id, false, now);
}
