import type { CompanyView } from "@balie/contract/company";
import type { InterpretingView } from "@balie/contract/interpreters";
import type { HandoversView, QueueChange, QueueView } from "@balie/contract/meetings";
import type { Dispatch } from "preact/hooks";
import { useEffect, useRef } from "preact/hooks";
import { openLive } from "../../platform/live.js";
import { asClerk } from "../../platform/session-end.js";
import { browserShelf } from "../../platform/storage.js";
import { playChime } from "../call/media/tones.js";
import { type ConsoleAction, type ConsoleState, newQuestions } from "./console.state.js";
import { fetchClerk } from "./counter.api.js";
import { newHandovers } from "./handover/handover.view.js";

/** The queue, live; opened anew with each new session. */
export const useQueue = (dispatch: Dispatch<ConsoleAction>, session: number): void =>
  useEffect(
    () =>
      openLive({
        url: "/api/queue/events",
        on: {
          queue: (queue: QueueView) => dispatch({ type: "queueTold", queue, at: performance.now() }),
          company: (company: CompanyView) => dispatch({ type: "companyTold", company, at: performance.now() }),
          interpreting: (interpreting: InterpretingView) =>
            dispatch({ type: "interpretingTold", interpreting, at: performance.now() }),
          handovers: (handovers: HandoversView) =>
            dispatch({ type: "handoversTold", handovers, at: performance.now() }),
          "queue-change": (change: QueueChange) => dispatch({ type: "queueChanged", change, at: performance.now() }),
        },
        onConnected: (isLive) => dispatch({ type: "live", isLive }),
        // A plain request tells why there is no stream.
        onRefused: () => void asClerk(fetchClerk(AbortSignal.timeout(10_000))).catch(() => undefined),
      }),
    [dispatch, session],
  );

export const soundShelf = browserShelf<boolean>("console-sound");

/** A short sound for each newcomer and each colleague who asks or hands over, if the clerk wants it; during a call too: the queue matters then as well. */
export const useArrivalSound = ({ arrived, company, handovers }: ConsoleState, isSoundOn: boolean): void => {
  const wanted = useRef(isSoundOn);
  wanted.current = isSoundOn;
  useEffect(() => {
    if (arrived.length > 0 && wanted.current) void playChime();
  }, [arrived]);
  const known = useRef(company);
  useEffect(() => {
    if (newQuestions(known.current, company).length > 0 && wanted.current) void playChime();
    known.current = company;
  }, [company]);
  const offered = useRef(handovers);
  useEffect(() => {
    if (newHandovers(offered.current, handovers).length > 0 && wanted.current) void playChime();
    offered.current = handovers;
  }, [handovers]);
};
