import { waitingRoomClosesAt } from "./appointment.rules.js";

const knownBeforeMs = 2 * 3_600_000;

type Timed = { startsAt: Date; endsAt: Date };

/** From when on the voice menu knows a citizen's PIN: early enough to tell somebody who calls too soon when to call again. Before, and after the waiting room has closed, it is like one that
    nobody has: days of guessing ahead find nothing. A meeting that runs late keeps its own. */
export const isPinKnown = (appointment: Timed, isInProgress: boolean, now: Date): boolean =>
  isInProgress ||
  (now.getTime() >= appointment.startsAt.getTime() - knownBeforeMs && now < waitingRoomClosesAt(appointment));
