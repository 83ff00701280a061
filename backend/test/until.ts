const shortestPauseMs = 20;
const longestPauseMs = 100;

/** Waits for what is seen: resolves with the condition's first truthy answer.
    @throws after `limitMs`, naming what was awaited; an error of the condition counts as "not yet" and is the cause. */
export async function until<T>(
  what: string,
  condition: () => T | Promise<T>,
  limitMs = 20_000,
): Promise<NonNullable<T>> {
  const beganAt = Date.now();
  const endsAt = beganAt + limitMs;
  let cause: unknown;
  while (Date.now() < endsAt) {
    try {
      const answer = await condition();
      if (answer) return answer;
    } catch (error) {
      cause = error;
    }
    // Whoever is looked at fifty times a second comes later for it: what takes long is looked at less often.
    const pauseMs = Math.min(longestPauseMs, shortestPauseMs + (Date.now() - beganAt) / 20);
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  throw new Error(`Not seen within ${limitMs} ms: ${what}`, { cause });
}
