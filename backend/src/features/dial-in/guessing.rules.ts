export type Miss = { isThisCaller: boolean; missedAt: Date };

const minute = 60_000;
const windowMs = 10 * minute;
/** One caller who types wrong holds up nobody else: they are held back before their misses alone would lock it for all. */
const missesOfOne = 5;
const missesOfAll = 10;
const lockMs = 15 * minute;

/** How long misses matter. */
export const missMemoryMs = windowMs + lockMs;

/** For how many seconds no PIN of this caller is looked at; 0: at once. Misses in the order in which they came; while locked, none is added. */
export function secondsToWait(misses: readonly Miss[], now: Date): number {
  const times = misses.map(({ missedAt }) => missedAt.getTime());
  const own = misses.filter(({ isThisCaller }) => isThisCaller).map(({ missedAt }) => missedAt.getTime());
  const until = Math.max(lockedUntil(times), heldBackUntil(own));
  return Math.max(0, Math.ceil((until - now.getTime()) / 1_000));
}

/** Ten within ten minutes lock it for all, for a quarter of an hour from the tenth on. */
function lockedUntil(times: readonly number[]): number {
  const last = times.at(-1);
  const first = times.at(-missesOfAll);
  return last !== undefined && first !== undefined && last - first <= windowMs ? last + lockMs : 0;
}

/** Until fewer than five are in the last ten minutes. */
const heldBackUntil = (own: readonly number[]): number => (own.at(-missesOfOne) ?? -windowMs) + windowMs;
