import type { ArrivalView } from "@balie/contract/meetings";
import type { RefusalCode } from "@balie/contract/refusals";
import type { CallEnd } from "../call.js";

/** Why arriving failed: the backend's refusal, or no answer. */
export type ArriveFault = { readonly code: RefusalCode | null; readonly error: unknown };

export type CitizenCallState = {
  readonly step: "check" | "arriving" | "arrived";
  /** The next arrival only takes up what this browser has already. */
  readonly isReturn: boolean;
  readonly arrival: ArrivalView | null;
  /** A clerk has let this browser in: who is put out later was inside before. */
  readonly wasAdmitted: boolean;
  readonly fault: ArriveFault | null;
  readonly isLive: boolean;
  readonly isHungUp: boolean;
  readonly callEnd: CallEnd | null;
};

export type CitizenCallAction =
  | { readonly type: "checked" }
  | { readonly type: "arrived"; readonly arrival: ArrivalView }
  | { readonly type: "arriveFailed"; readonly fault: ArriveFault }
  | { readonly type: "retried" }
  | { readonly type: "arrivalChanged"; readonly arrival: ArrivalView }
  | { readonly type: "live"; readonly isLive: boolean }
  | { readonly type: "callEnded"; readonly end: CallEnd }
  | { readonly type: "returned" }
  | { readonly type: "takenOver" };

/** Who never tested a device gets the check first, also on the way to the waiting room. */
export const startOf = (way: { start: "check" | "waiting" | "return"; hasChecked: boolean }): CitizenCallState => ({
  step: way.start === "return" || (way.start === "waiting" && way.hasChecked) ? "arriving" : "check",
  isReturn: way.start === "return",
  arrival: null,
  wasAdmitted: false,
  fault: null,
  isLive: true,
  isHungUp: false,
  callEnd: null,
});

export const afterAction = (state: CitizenCallState, action: CitizenCallAction): CitizenCallState => {
  switch (action.type) {
    case "checked":
      return { ...state, step: "arriving", isReturn: false, fault: null, isHungUp: false, callEnd: null };
    case "arrived":
      return { ...withArrival(state, action.arrival), step: "arrived", fault: null };
    case "arriveFailed":
      return afterFault(state, action.fault);
    case "retried":
      return { ...state, step: "arriving", fault: null, callEnd: null };
    case "arrivalChanged":
      return withArrival(state, action.arrival);
    case "live":
      return { ...state, isLive: action.isLive };
    case "callEnded":
      return action.end.why === "left" ? { ...state, isHungUp: true } : { ...state, callEnd: action.end };
    case "returned":
      return { ...state, isHungUp: false, callEnd: null };
    case "takenOver":
      return { ...state, step: "arriving", isReturn: true, isHungUp: false, callEnd: null };
  }
};

const withArrival = (state: CitizenCallState, arrival: ArrivalView): CitizenCallState => ({
  ...state,
  arrival,
  wasAdmitted: state.wasAdmitted || arrival.state === "admitted",
});

/** A return without an arrival begins anew, with the check and a click. */
const afterFault = (state: CitizenCallState, fault: ArriveFault): CitizenCallState =>
  state.isReturn && fault.code === "not_admitted"
    ? { ...state, step: "check", isReturn: false, arrival: null }
    : { ...state, fault };

export type CitizenScreen =
  | "check"
  | "arriving"
  | "failed"
  | "otherTab"
  | "waiting"
  | "call"
  | "phone"
  | "hungUp"
  | "lost"
  | "gaveUp"
  | "turnedAway"
  | "removed"
  | "replaced"
  | "ended";

/** What to show: the server's word about the arrival first, then what the call itself said, then what the citizen did. */
export const screenOf = (state: CitizenCallState): CitizenScreen => {
  if (state.fault) return screenOfRefusal(state.fault.code) ?? "failed";
  if (state.step !== "arrived") return state.step;
  if (!state.arrival) return "arriving";
  return (
    screenOfArrival(state.arrival, state.wasAdmitted) ??
    screenOfEnd(state.callEnd) ??
    screenOfPresence(state, state.arrival)
  );
};

const screenOfArrival = (arrival: ArrivalView, wasAdmitted: boolean): CitizenScreen | null => {
  if (arrival.meetingStatus === "ended") return "ended";
  if (!arrival.isCurrentTab) return "otherTab";
  if (arrival.state === "left") return "gaveUp";
  if (arrival.state === "removed" && !wasAdmitted) return "turnedAway";
  return arrival.state === "removed" || arrival.state === "replaced" ? arrival.state : null;
};

const screenOfEnd = (end: CallEnd | null): CitizenScreen | null => {
  if (!end || end.why === "left") return null;
  if (end.why === "refused") return screenOfRefusal(end.code) ?? "lost";
  if (end.why === "removed") return "removed";
  return end.why === "replaced" ? "otherTab" : "lost";
};

const screenOfRefusal = (code: RefusalCode | null): CitizenScreen | null => {
  if (code === "meeting_ended") return "ended";
  if (code === "other_tab") return "otherTab";
  if (code === "arrival_removed" || code === "interpreter_released") return "removed";
  return code === "arrival_replaced" ? "replaced" : null;
};

const screenOfPresence = (state: CitizenCallState, arrival: ArrivalView): CitizenScreen => {
  if (arrival.medium === "phone" && arrival.meetingStatus === "in_progress") return "phone";
  if (arrival.state !== "admitted" || arrival.meetingStatus !== "in_progress") return "waiting";
  return state.isHungUp ? "hungUp" : "call";
};

/** While one of these shows, a reload comes straight back. */
export const isPresent = (screen: CitizenScreen): boolean =>
  screen === "waiting" || screen === "call" || screen === "phone";

/** Not when the other tab holds the arrival, or there is nothing more to hear. The call tells of every putting out alike, and may be first: why, the server says. */
export const isListening = (state: CitizenCallState): boolean => {
  const screen = screenOf(state);
  if (screen === "removed") return state.arrival?.state === "admitted";
  return isPresent(screen) || screen === "hungUp" || screen === "lost";
};
