import type { EntityManager } from "typeorm";
import type { Taken } from "../availability/slot.rules.js";

/** The seats of a counter that are taken somewhere in a period; `except` leaves out an appointment that is being moved. */
export function loadTaken(
  db: EntityManager,
  counterId: string,
  from: Date,
  until: Date,
  except?: string,
): Promise<Taken[]> {
  return db.query(
    `select seat, starts_at as "from", seat_free_at as "until" from appointment
     where counter_id = $1 and tstzrange(starts_at, seat_free_at) && tstzrange($2, $3)
       and status in ('booked', 'attended', 'no_show') and id is distinct from $4`,
    [counterId, from, until, except ?? null],
  );
}
