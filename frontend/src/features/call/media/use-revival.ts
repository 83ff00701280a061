import { useEffect, useRef, useState } from "preact/hooks";
import { newReviver, type Revival, type Reviver } from "./reviver.js";
import { watchReturn } from "./watch-return.js";

/** Keeps a device going that its person wants; `track` is null when there is none, or it was switched off. */
export const useRevival = (track: MediaStreamTrack | null, reopen: () => Promise<unknown>): Revival => {
  const [revival, setRevival] = useState<Revival>("well");
  const reviver = useRef<Reviver | null>(null);
  const now = useRef(reopen);
  now.current = reopen;
  useEffect(() => {
    const opened = newReviver({ reopen: () => now.current(), tell: setRevival, later });
    reviver.current = opened;
    const stopReturns = watchReturn(opened.look);
    const devices = navigator.mediaDevices;
    devices?.addEventListener("devicechange", opened.look);
    return () => {
      stopReturns();
      devices?.removeEventListener("devicechange", opened.look);
      opened.close();
    };
  }, []);
  useEffect(() => reviver.current?.watch(track), [track]);
  return revival;
};

const later = (milliseconds: number, act: () => void) => {
  const timer = setTimeout(act, milliseconds);
  return () => clearTimeout(timer);
};
