import type { Context } from "../../platform/context.js";

/** A note for the one who takes over is needed until the outcome, which keeps what it needs of it: a day after the meeting at most, and not where nothing was taken over. The worker calls this. */
export const forgetHandoverNotes = ({ db, now }: Pick<Context, "db" | "now">): Promise<unknown> =>
  db.query(
    `update handover h set note = '' from meeting m
     where m.id = h.meeting_id and h.note <> '' and h.state not in ('asked', 'accepted')
       and (h.state <> 'taken' or m.ended_at < $1::timestamptz - interval '1 day'
            or exists (select from outcome o where o.meeting_id = m.id))`,
    [now],
  );
