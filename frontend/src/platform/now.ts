import { useEffect, useState } from "preact/hooks";

/** The time, anew every so many seconds and whenever the page comes back into view. */
export const useNow = (everySeconds: number): number => {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const tick = () => setNow(Date.now());
    const timer = setInterval(tick, everySeconds * 1000);
    document.addEventListener("visibilitychange", tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", tick);
    };
  }, [everySeconds]);
  return now;
};
