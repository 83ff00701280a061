export type Repeating = {
  /** At once: the round under way is followed by one more. */
  hurry: () => void;
  /** No more rounds; waits for the one under way. */
  stop: () => Promise<void>;
};

/** Does some work now and then `everyMs` after each round ended, never twice at once in this process. A round that fails is told to
    `onFault`; the next one makes up for it, so the work selects what is due and running twice is harmless. */
export function repeat(everyMs: number, work: () => Promise<unknown>, onFault: (fault: unknown) => void): Repeating {
  let timer: NodeJS.Timeout | undefined;
  let round: Promise<void> | undefined;
  let isHurried = false;
  let isStopped = false;

  const start = () => {
    clearTimeout(timer);
    isHurried = false;
    round = work()
      .then(() => undefined, onFault)
      .then(plan);
  };
  const plan = () => {
    round = undefined;
    if (!isStopped) timer = setTimeout(start, isHurried ? 0 : everyMs);
  };

  start();
  return {
    hurry: () => {
      if (isStopped) return;
      if (round) isHurried = true;
      else start();
    },
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await round;
    },
  };
}
