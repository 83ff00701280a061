const afterFirstScreenMs = 20_000;

/** Fetches what may be needed when the line is gone while all is well, once the call stands. Returns how to stop that. */
export const bringLater = (bring: () => Promise<unknown>): (() => void) => {
  const timer = setTimeout(() => void bring().catch(() => undefined), afterFirstScreenMs);
  return () => clearTimeout(timer);
};
