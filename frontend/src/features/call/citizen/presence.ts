import { useEffect, useRef } from "preact/hooks";
import { playChime } from "../media/tones.js";
import type { LocalMediaHandle } from "../stage/use-local-media.js";
import { type CitizenScreen, isPresent } from "./citizen-call.state.js";

/** Camera and microphone are on in the waiting room and the call only: their light must not burn afterwards. */
export const useDevicesWhilePresent = (screen: CitizenScreen, { start, stop }: LocalMediaHandle) =>
  useEffect(() => {
    if (isPresent(screen) && screen !== "phone") void start().catch(() => undefined);
    else if (screen !== "arriving") stop();
  }, [screen, start, stop]);

export const useChimeOnTurn = (screen: CitizenScreen) => {
  const before = useRef(screen);
  useEffect(() => {
    if (before.current === "waiting" && screen === "call") void playChime();
    before.current = screen;
  }, [screen]);
};
