import type { ArrivalView, CallTokenView } from "@balie/contract/meetings";
import type { Dispatch } from "preact/hooks";
import { useEffect, useReducer } from "preact/hooks";
import { Refusal } from "../../../platform/api.js";
import { openLive } from "../../../platform/live.js";
import { joinMark } from "../../../platform/storage.js";
import type { CitizenCallProps } from "../CitizenCall.js";
import { deviceShelf } from "../media/device-shelf.js";
import { beginAhead } from "../stage/begin-call.js";
import type { LocalMediaHandle } from "../stage/use-local-media.js";
import { type ArrivalWay, citizensWay } from "./citizen-call.api.js";
import {
  type ArriveFault,
  afterAction,
  type CitizenCallAction,
  type CitizenCallState,
  type CitizenScreen,
  isListening,
  isPresent,
  screenOf,
  startOf,
} from "./citizen-call.state.js";

export interface CitizenCallHandle {
  readonly state: CitizenCallState;
  readonly screen: CitizenScreen;
  readonly dispatch: Dispatch<CitizenCallAction>;
}

type Coming = Pick<CitizenCallProps, "linkToken" | "start"> & { readonly appointment: { readonly id: string } };

/** Arrives, listens, and remembers that this tab is here. */
export const useCitizenCall = (
  { linkToken, appointment, start }: Coming,
  media: LocalMediaHandle,
  way: ArrivalWay = citizensWay,
): CitizenCallHandle => {
  const [state, dispatch] = useReducer(afterAction, { start, hasChecked: deviceShelf.read() !== null }, startOf);
  const screen = screenOf(state);
  useArriving(way, linkToken, state, dispatch);
  const news = isListening(state) ? state.arrival : null;
  useLiveArrival(way, linkToken, news, media, dispatch);
  useEffect(() => {
    if (screen === "arriving") return;
    const mark = joinMark(appointment.id);
    if (isPresent(screen)) mark.set();
    else mark.clear();
  }, [screen, appointment.id]);
  return { state, screen, dispatch };
};

const useArriving = (
  { arrive }: ArrivalWay,
  linkToken: string,
  state: CitizenCallState,
  dispatch: Dispatch<CitizenCallAction>,
) => {
  const isArriving = state.step === "arriving" && !state.fault;
  const { isReturn } = state;
  useEffect(() => {
    if (!isArriving) return;
    let isGone = false;
    arrive(linkToken, isReturn).then(
      (arrival) => isGone || dispatch({ type: "arrived", arrival }),
      (error: unknown) => isGone || dispatch({ type: "arriveFailed", fault: toFault(error) }),
    );
    return () => {
      isGone = true;
    };
  }, [isArriving, isReturn, arrive, linkToken, dispatch]);
};

/** `listening` is null while there is nothing to hear. */
const useLiveArrival = (
  { arrive, fetchToken, eventsOf }: ArrivalWay,
  linkToken: string,
  listening: ArrivalView | null,
  { start: media }: LocalMediaHandle,
  dispatch: Dispatch<CitizenCallAction>,
) => {
  const { id: arrivalId, meetingId } = listening ?? {};
  useEffect(() => {
    if (!arrivalId || !meetingId) return;
    let isTime = Promise.resolve();
    return openLive({
      url: eventsOf(arrivalId),
      on: {
        callToken: (token: CallTokenView) => {
          isTime = beginAhead(meetingId, { fetchToken: () => fetchToken(arrivalId), media }, token);
        },
        arrival: (arrival: ArrivalView) => void isTime.then(() => dispatch({ type: "arrivalChanged", arrival })),
      },
      onConnected: (isLive) => dispatch({ type: "live", isLive }),
      // A plain request tells why there is no stream.
      onRefused: () =>
        void arrive(linkToken, true).then(
          (arrival) => dispatch({ type: "arrivalChanged", arrival }),
          // Who waits goes on waiting while the backend is unwell: the stream is opened again anyway.
          (error: unknown) =>
            error instanceof Refusal &&
            error.code !== "unavailable" &&
            dispatch({ type: "arriveFailed", fault: toFault(error) }),
        ),
    });
  }, [arrivalId, meetingId, arrive, fetchToken, eventsOf, linkToken, media, dispatch]);
};

const toFault = (error: unknown): ArriveFault => ({ code: error instanceof Refusal ? error.code : null, error });
