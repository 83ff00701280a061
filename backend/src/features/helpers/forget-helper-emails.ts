import type { Context } from "../../platform/context.js";
import { cancelledStatuses, waitingRoomClosesAt } from "../appointments/appointment.rules.js";

/** Addresses of helpers whom no mail is for any more: the meeting ended, the appointment was cancelled, or its time is over, and none is on its way. The row still tells that one was mailed.
    The worker calls this; twice at once is harmless. */
export async function forgetHelperEmails({ db, now }: Pick<Context, "db" | "now">): Promise<void> {
  const closesAfterMs = waitingRoomClosesAt({ endsAt: now }).getTime() - now.getTime();
  await db.query(
    `with due as (
       select h.id from helper h join meeting m on m.id = h.meeting_id join appointment a on a.id = m.appointment_id
       where h.email is not null
         and not exists (select from outbox_message o where o.subject_id = h.id and o.state in ('scheduled', 'sending'))
         and (m.status = 'ended' or a.status = any($2) or a.ends_at <= $1)
       for update of h skip locked)
     update helper h set email = null from due where h.id = due.id`,
    [new Date(now.getTime() - closesAfterMs), cancelledStatuses],
  );
}
