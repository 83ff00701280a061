import type { QueueChange, QueueView } from "@balie/contract/meetings";
import type { Dispatch } from "preact/hooks";
import { useEffect, useRef } from "preact/hooks";
import { Refusal } from "../../platform/api.js";
import { openLive } from "../../platform/live.js";
import { browserShelf } from "../../platform/storage.js";
import { playChime } from "../call/media/tones.js";
import type { ConsoleAction, ConsoleState } from "./console.state.js";
import { fetchClerk } from "./counter.api.js";

/** The queue, live; when the server no longer answers as to a clerk, `onSignedOut`. */
export const useQueue = (dispatch: Dispatch<ConsoleAction>, onSignedOut: () => void): void =>
  useEffect(
    () =>
      openLive({
        url: "/api/queue/events",
        on: {
          queue: (queue: QueueView) => dispatch({ type: "queueTold", queue }),
          "queue-change": (change: QueueChange) => dispatch({ type: "queueChanged", change }),
        },
        onConnected: (isLive) => dispatch({ type: "live", isLive }),
        onRefused: () =>
          void fetchClerk(AbortSignal.timeout(10_000)).catch(
            (error: unknown) => error instanceof Refusal && error.code === "unauthenticated" && onSignedOut(),
          ),
      }),
    [dispatch, onSignedOut],
  );

export const soundShelf = browserShelf<boolean>("console-sound");

/** A short sound for each newcomer, if the clerk wants it; during a call too: the queue matters then as well. */
export const useArrivalSound = ({ arrived }: ConsoleState, isSoundOn: boolean): void => {
  const wanted = useRef(isSoundOn);
  wanted.current = isSoundOn;
  useEffect(() => {
    if (arrived.length > 0 && wanted.current) void playChime();
  }, [arrived]);
};
