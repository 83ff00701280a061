import type { Context } from "../../platform/context.js";

/** Calls that ended `days` ago, with their place among the guests, and then the searches of which none is left; and the links into meetings that long over. Whoever is still to be hung up is kept.
    The worker calls this; twice at once is harmless. */
export async function forgetCalls({ db, now }: Pick<Context, "db" | "now">, days: number): Promise<void> {
  const since = [now, days];
  const isPast = "ended_at <= $1::timestamptz - $2 * interval '1 day'";
  await db.query(
    `with due as (
       select c.id from interpreter_call c where c.${isPast} and not (c.must_hang_up and c.hung_up_at is null)
       for update skip locked)
     delete from guest g using due where g.id = due.id`,
    since,
  );
  await db.query(
    `delete from interpreter_request r
     where r.${isPast} and not exists (select from interpreter_call c where c.request_id = r.id)`,
    since,
  );
  await db.query(
    `delete from interpreter_link l using meeting m join appointment a on a.id = m.appointment_id
     where m.id = l.meeting_id and coalesce(m.ended_at, a.ends_at) <= $1::timestamptz - $2 * interval '1 day'`,
    since,
  );
}
