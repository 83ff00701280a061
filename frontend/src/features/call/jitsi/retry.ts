const delaysMs = [300, 1000, 2000, 4000, 8000];

/** Grows to eight seconds and stays there: a lost call is tried again for as long as the page is open. */
export const retryDelayMs = (attempt: number): number => delaysMs[Math.min(attempt, delaysMs.length - 1)] ?? 8000;

/** Waits before a new try; ends early as soon as the network is back. */
export const waitToRetry = (attempt: number): Promise<void> =>
  new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer);
      window.removeEventListener("online", go);
      resolve();
    };
    const timer = setTimeout(go, retryDelayMs(attempt));
    window.addEventListener("online", go);
  });
