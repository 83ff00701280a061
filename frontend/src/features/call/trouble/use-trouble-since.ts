import { useEffect, useRef, useState } from "preact/hooks";

/** A call that is in for a moment and out again has not recovered. */
const recoveredAfterMs = 3000;

/** Since when something is not well, once that has lasted so long; null before that, and while it is well. */
export const useTroubleSince = (isWell: boolean, patienceMs: number): number | null => {
  const since = useRef<number | null>(null);
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (isWell) {
      setLong(false);
      const timer = setTimeout(() => {
        since.current = null;
      }, recoveredAfterMs);
      return () => clearTimeout(timer);
    }
    since.current ??= Date.now();
    const timer = setTimeout(() => setLong(true), Math.max(0, since.current + patienceMs - Date.now()));
    return () => clearTimeout(timer);
  }, [isWell, patienceMs]);
  return isLong && !isWell ? since.current : null;
};
