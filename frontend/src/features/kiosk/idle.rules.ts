export const idleMinutes = 5;
export const secondsToAnswer = 60;

/** In milliseconds. `warnedAt` is null until nothing was done for so long; then it takes an answer, not just a touch. */
export interface Idle {
  readonly activeAt: number;
  readonly warnedAt: number | null;
}

interface Look {
  readonly now: number;
  /** Waits or talks: whoever does that need not touch anything. */
  readonly isPresent: boolean;
}

export const newIdle = (now: number): Idle => ({ activeAt: now, warnedAt: null });

/** A clock that jumps, as after the computer's sleep, warns first as well: the warning begins when it is shown. */
export const afterLook = (idle: Idle, { now, isPresent }: Look): Idle => {
  if (isPresent) return newIdle(now);
  if (idle.warnedAt !== null || now - idle.activeAt < idleMinutes * 60_000) return idle;
  return { ...idle, warnedAt: now };
};

export const isOver = ({ warnedAt }: Idle, now: number): boolean =>
  warnedAt !== null && now - warnedAt >= secondsToAnswer * 1000;
