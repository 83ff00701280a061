import { useLayoutEffect, useState } from "preact/hooks";
import { isBegunAhead } from "./begin-call.js";

/** Then everything is drawn, also where no picture comes. */
const atMostMs = 500;

/** False while the first picture of a call that was begun ahead is about to be shown: what else is drawn by then holds it up. True from then on. */
export const useSettled = (meetingId: string): boolean => {
  const [isSettled, setSettled] = useState(() => !isBegunAhead(meetingId));
  useLayoutEffect(() => {
    if (isSettled) return;
    const settle = () => setSettled(true);
    // A browser that does not know this waits for the time to pass.
    const onPicture = ({ target }: Event) => (target as HTMLVideoElement).requestVideoFrameCallback?.(settle);
    const timer = setTimeout(settle, atMostMs);
    // Such events do not bubble.
    document.addEventListener("loadeddata", onPicture, true);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("loadeddata", onPicture, true);
    };
  }, [isSettled]);
  return isSettled;
};
