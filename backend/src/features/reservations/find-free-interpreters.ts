import type { EntityManager } from "typeorm";
import type { Appointment } from "../appointments/appointment.entity.js";
import type { Interpreter } from "../interpreters/interpreter.entity.js";
import { mayDial } from "../interpreting/phone.rules.js";
import { isAtWorkThroughout, mediumOf } from "./reservation.rules.js";

type Needing = Pick<Appointment, "id" | "interpreterLanguage" | "startsAt" | "endsAt">;
type Found = Pick<Interpreter, "id" | "address" | "hours" | "awayFrom" | "awayUntil">;
type Where = { timeZone: string; allowed: readonly string[] };

/** Who can be asked for an appointment's time, in order: by rank, among equals whoever was asked longest ago. Only who can be mailed, and phoned then where they are to come by telephone. */
export async function findFreeInterpreters(
  db: EntityManager,
  appointment: Needing,
  { timeZone, allowed }: Where,
): Promise<string[]> {
  const { id, interpreterLanguage, startsAt, endsAt } = appointment;
  const isByPhone = mediumOf(interpreterLanguage!) === "phone";
  const speakers: Found[] = await db.query(
    `select i.id, i.address, i.hours, i.away_from::text "awayFrom", i.away_until::text "awayUntil"
     from interpreter i
     where i.is_active and i.email is not null and $2 = any(i.languages)
       and not exists (select from interpreter_reservation v where v.interpreter_id = i.id and (
             v.appointment_id = $1 and v.starts_at = $3 and v.state <> 'withdrawn'
             or v.state in ('asked', 'confirmed') and tstzrange(v.starts_at, v.ends_at) && tstzrange($3, $4)))
     order by i.rank, (select max(v.asked_at) from interpreter_reservation v where v.interpreter_id = i.id) nulls first, i.id`,
    [id, interpreterLanguage, startsAt, endsAt],
  );
  return speakers
    .filter((one) => (!isByPhone || mayDial(one.address, allowed)) && isAtWorkThroughout(one, appointment, timeZone))
    .map((one) => one.id);
}
