import type { InterpreterMedium } from "@balie/contract/interpreters";
import { isSigned } from "@balie/contract/locales/interpreted-languages";
import { isAtWork } from "../interpreters/interpreter.rules.js";
import type { InterpreterReservation } from "./interpreter-reservation.entity.js";

const minute = 60_000;
const longestMs = 24 * 60 * minute;
/** With less time than this nobody reads a mail: the clerk phones. */
const leastMinutes = 30;
/** How long until a search that found nobody is tried again: somebody may have come onto the roster. */
const againMinutes = 10;

/** By when an answer is wanted: within a day, and within half of the time that is left, so that a next one can be asked. */
export const answerByOf = (startsAt: Date, now: Date): Date =>
  new Date(now.getTime() + Math.min(longestMs, Math.floor((startsAt.getTime() - now.getTime()) / 2)));

/** How whoever is reserved for a language comes. */
export const mediumOf = (language: string): InterpreterMedium => (isSigned(language) ? "video" : "phone");

/** Nobody is asked for what begins before. */
export const earliestStart = (now: Date): Date => new Date(now.getTime() + leastMinutes * minute);

/** What was sought in vain since then is not sought again yet. */
export const soughtLately = (now: Date): Date => new Date(now.getTime() - againMinutes * minute);

type Timed = Pick<InterpreterReservation, "state" | "startsAt">;

/** Until the start, for whoever is still wanted: who confirmed may decline after all. */
export const mayAnswer = ({ state, startsAt }: Timed, now: Date): boolean =>
  (state === "asked" || state === "confirmed") && now < startsAt;

type Hours = Parameters<typeof isAtWork>[0];

/** At work from the first to the last minute. */
export const isAtWorkThroughout = (
  interpreter: Hours,
  { startsAt, endsAt }: { startsAt: Date; endsAt: Date },
  timeZone: string,
): boolean =>
  isAtWork(interpreter, startsAt, timeZone) && isAtWork(interpreter, new Date(endsAt.getTime() - minute), timeZone);

const tellsForMs = 7 * 86_400_000;
/** From when on a link tells nothing any more. */
export const isLongOver = ({ endsAt }: { endsAt: Date }, now: Date): boolean =>
  now.getTime() >= endsAt.getTime() + tellsForMs;
