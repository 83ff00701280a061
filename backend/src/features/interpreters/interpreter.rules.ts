import type { InterpreterHours } from "@balie/contract/interpreters";
import { DateTime } from "luxon";
import type { Interpreter } from "./interpreter.entity.js";

/** Whether an interpreter can be rung at `now` by their hours and days away, both on the clock of `timeZone` (IANA). Whether they are active is another question. An hour that the
    clock skips in spring never comes; one that comes twice in autumn counts twice. */
export function isAtWork(
  { hours, awayFrom, awayUntil }: Pick<Interpreter, "hours" | "awayFrom" | "awayUntil">,
  now: Date,
  timeZone: string,
): boolean {
  const local = DateTime.fromJSDate(now, { zone: timeZone });
  if (isAway(awayFrom, awayUntil, local.toISODate()!)) return false;
  return hours.length === 0 || hours.some((stretch) => covers(stretch, local));
}

/** Both days are included. Without a first day: away already; without a last one: until further notice. */
const isAway = (from: string | null, until: string | null, date: string) =>
  (from !== null || until !== null) && (from ?? date) <= date && date <= (until ?? date);

/** Clock times compare as text, also with 24:00, the end of the day. */
function covers({ days, from, until }: InterpreterHours, local: DateTime): boolean {
  const time = local.toFormat("HH:mm");
  return days.includes(local.weekday) && from <= time && time < until;
}
