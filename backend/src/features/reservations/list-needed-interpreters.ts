import type { Localised } from "@balie/contract/languages";
import { type NeededInterpreter, type ReservationList, reservationDays } from "@balie/contract/reservations";
import type { ClerkActor, Context } from "../../platform/context.js";
import { neededInterpreter } from "../meetings/needed-interpreter.js";

type Found = {
  appointmentId: string;
  startsAt: Date;
  endsAt: Date;
  citizenName: string;
  serviceName: Localised;
  interpreter: NeededInterpreter;
};

/** The appointments of the clerk's counters in the coming week that need an interpreter, and how it stands with each: what is missing is seen days before. */
export async function listNeededInterpreters({ db, actor, now }: Context<ClerkActor>): Promise<ReservationList> {
  const found: Found[] = await db.query(
    `select a.id "appointmentId", a.starts_at "startsAt", a.ends_at "endsAt", a.citizen_name "citizenName", s.name "serviceName",
            ${neededInterpreter} interpreter
     from appointment a join service s on s.id = a.service_id
     where a.counter_id = any($1) and a.status = 'booked' and a.interpreter_language is not null
       and a.starts_at >= $2::timestamptz and a.starts_at < $2::timestamptz + make_interval(days => $3)
     order by a.starts_at, a.id`,
    [actor.counterIds, now, reservationDays],
  );
  return {
    appointments: found.map(({ interpreter, startsAt, endsAt, ...appointment }) => ({
      ...appointment,
      ...interpreter,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
    })),
  };
}
