import type { AppointmentsAhead } from "@balie/contract/meetings";
import type { ClerkActor, Context } from "../../platform/context.js";
import { numberWithoutMail, queueHours } from "./load-queue.js";

const aheadDays = 14;
type Ahead = AppointmentsAhead["appointments"][number];

/** What the clerk's counters have booked after what their queue shows: somebody may phone about it days before. */
export async function listAhead({ db, actor, now }: Context<ClerkActor>): Promise<AppointmentsAhead> {
  const found: (Omit<Ahead, "startsAt" | "endsAt"> & { startsAt: Date; endsAt: Date })[] = await db.query(
    `select m.id "meetingId", a.starts_at "startsAt", a.ends_at "endsAt", s.name "serviceName", a.citizen_name "citizenName",
            ${numberWithoutMail} "numberWithoutMail"
     from meeting m join appointment a on a.id = m.appointment_id join service s on s.id = a.service_id
     where m.counter_id = any($1) and m.status = 'planned' and a.status = 'booked'
       and a.starts_at > $2::timestamptz + make_interval(hours => $3) and a.starts_at < $2::timestamptz + make_interval(days => $4)
     order by a.starts_at, a.id`,
    [actor.counterIds, now, queueHours, aheadDays],
  );
  return {
    appointments: found.map(({ startsAt, endsAt, ...one }) => ({
      ...one,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
    })),
  };
}
