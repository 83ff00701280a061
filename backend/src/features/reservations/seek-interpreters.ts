import type { EntityManager } from "typeorm";
import type { Context } from "../../platform/context.js";
import { announce } from "../../platform/live/announce.js";
import type { Appointment } from "../appointments/appointment.entity.js";
import { loadMunicipality } from "../counters/load-municipality.js";
import { askAhead, type SeekSettings } from "./ask-ahead.js";
import { releaseReservation } from "./release-reservation.js";
import { soughtLately } from "./reservation.rules.js";

type Due = Pick<Appointment, "id" | "counterId" | "interpreterLanguage" | "startsAt" | "endsAt"> & {
  /** The reservation that stands no more: no answer in time, they left the roster, or are away on that day. */
  staleId: string | null;
  isUnanswered: boolean;
  isSought: boolean;
};

/** Seeks an interpreter for each appointment that needs one and has none: whoever did not answer in time is let be, and the next one is asked. The worker calls this; one process at a time does it. */
export async function seekInterpreters(
  { db, now }: Pick<Context, "db" | "now">,
  settings: Omit<SeekSettings, "timeZone">,
): Promise<void> {
  const [{ isOurs }] = await db.query(`select pg_try_advisory_xact_lock(hashtextextended('reservations', 0)) "isOurs"`);
  if (!isOurs) return;
  await db.query("update interpreter_reservation set email = null where email is not null and ends_at <= $1", [now]);
  const due = await findDue(db, now);
  if (due.length === 0) return;
  const { timeZone } = await loadMunicipality(db);
  for (const one of due) {
    if (one.staleId) {
      const state = one.isUnanswered ? "lapsed" : "withdrawn";
      await releaseReservation(db, one.staleId, { state }, now);
    }
    if (one.isSought) await askAhead(db, one, { ...settings, timeZone }, now);
    await announce(db, `counter:${one.counterId}`);
  }
}

const atOnce = 100;

/** Locked; whoever changes one of them at this moment goes first, and it is looked at in the next round. */
const findDue = (db: EntityManager, now: Date): Promise<Due[]> =>
  db.query(
    `select a.id, a.counter_id "counterId", a.interpreter_language "interpreterLanguage", a.starts_at "startsAt", a.ends_at "endsAt",
            v.id "staleId", coalesce(v.state = 'asked' and v.answer_by <= $1, false) "isUnanswered",
            a.interpreter_language is not null and a.status = 'booked' and a.starts_at > $1 "isSought"
     from appointment a
     left join interpreter_reservation v on v.appointment_id = a.id and v.state in ('asked', 'confirmed')
     left join interpreter i on i.id = v.interpreter_id
     where v.state = 'asked' and v.answer_by <= $1
        or v.starts_at > $1 and (not i.is_active or i.email is null or (i.away_from is not null or i.away_until is not null)
           and daterange(i.away_from, i.away_until, '[]') && daterange(
             (v.starts_at at time zone (select time_zone from municipality))::date,
             ((v.ends_at - interval '1 minute') at time zone (select time_zone from municipality))::date, '[]'))
        or v.id is null and a.interpreter_language is not null and a.status = 'booked' and a.starts_at > $1
           and (a.interpreter_sought_at is null or a.interpreter_sought_at <= $2)
     order by a.starts_at, a.id limit ${atOnce} for update of a skip locked`,
    [now, soughtLately(now)],
  );
