const pauseMs = 20;

/** Waits for what is seen: resolves with the condition's first truthy answer.
    @throws after `limitMs`, naming what was awaited; an error of the condition counts as "not yet" and is the cause. */
export async function until<T>(
  what: string,
  condition: () => T | Promise<T>,
  limitMs = 20_000,
): Promise<NonNullable<T>> {
  const endsAt = Date.now() + limitMs;
  let cause: unknown;
  while (Date.now() < endsAt) {
    try {
      const answer = await condition();
      if (answer) return answer;
    } catch (error) {
      cause = error;
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  throw new Error(`Not seen within ${limitMs} ms: ${what}`, { cause });
}
