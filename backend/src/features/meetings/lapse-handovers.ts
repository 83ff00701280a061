import type { Context } from "../../platform/context.js";
import { announce } from "../../platform/live/announce.js";

/** Questions whose time is over: of one meeting, whose lock the caller holds, or by the worker's round of all. Twice at once is harmless. */
export async function lapseHandovers(
  { db, now }: Pick<Context, "db" | "now">,
  meetingId: string | null = null,
): Promise<void> {
  const lapsed: { counterId: string }[] = await db.query(
    `with lapsed as (
       update handover set state = 'lapsed'
       where state in ('asked', 'accepted') and expires_at <= $1 and ($2::uuid is null or meeting_id = $2) returning meeting_id)
     select distinct m.counter_id "counterId" from lapsed join meeting m on m.id = lapsed.meeting_id`,
    [now, meetingId],
  );
  for (const { counterId } of lapsed) await announce(db, `counter:${counterId}`);
}
