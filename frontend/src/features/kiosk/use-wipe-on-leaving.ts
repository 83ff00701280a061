import { useEffect } from "preact/hooks";
import { begun, wipeLeaving, wipeWhatWasLeft } from "./wipe.js";

/** `isVisit`: somebody has begun. */
export const useWipeOnLeaving = (isVisit: boolean): void => {
  useEffect(wipeWhatWasLeft, []);
  useEffect(() => {
    if (!isVisit) return;
    begun.write(true);
    addEventListener("pagehide", wipeLeaving);
    return () => removeEventListener("pagehide", wipeLeaving);
  }, [isVisit]);
  useEffect(() => {
    const onShow = (event: PageTransitionEvent) => event.persisted && location.reload();
    addEventListener("pageshow", onShow);
    return () => removeEventListener("pageshow", onShow);
  }, []);
};
