import type { Context } from "../../platform/context.js";

/** Documents whose meeting ended `days` ago: what was sent or given is deleted, and what was asked for. The row only tells that there was one, when, and which clerk's. A meeting that nobody ended counts from
    the question or the gift.
    The worker calls this; twice at once is harmless. */
export async function forgetDocuments({ db, now }: Pick<Context, "db" | "now">, days: number): Promise<void> {
  await db.query(
    `with due as (
       select d.id from document d join meeting m on m.id = d.meeting_id
       where d.state <> 'forgotten' and coalesce(m.ended_at, d.asked_at, d.given_at) <= $1::timestamptz - $2 * interval '1 day'
       for update of d skip locked),
     emptied as (delete from document_content c using due where c.document_id = due.id)
     update document d set state = 'forgotten', forgotten_at = $1, what = '', name = null, type = null, size_bytes = null
     from due where d.id = due.id`,
    [now, days],
  );
}
