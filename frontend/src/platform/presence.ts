import { useEffect } from "preact/hooks";

let isPresent = false;

/** Whoever waits or talks does nothing with the hands: a kiosk must know. */
export const usePresence = (isHere: boolean): void =>
  useEffect(() => {
    isPresent = isHere;
    return () => {
      isPresent = false;
    };
  }, [isHere]);

/** In the waiting room or in the call, at this moment. */
export const isSomebodyPresent = (): boolean => isPresent;
