import type { InterpreterRequestView } from "@balie/contract/interpreters";
import type { Dispatch } from "preact/hooks";
import { useSending } from "../../../platform/sending.js";
import type { ConsoleAction } from "../console.state.js";

export interface ActionHandle {
  readonly isBusy: boolean;
  readonly error: unknown;
  readonly go: (act: () => Promise<InterpreterRequestView>, onDone?: () => void) => void;
}

/** One thing at a time; what it answers is shown at once. */
export const useAction = (dispatch: Dispatch<ConsoleAction>): ActionHandle => {
  const { isBusy, error, send } = useSending();
  const go: ActionHandle["go"] = (act, onDone) =>
    send(act, (request, sentAt) => {
      dispatch({ type: "interpreterChanged", request, sentAt });
      onDone?.();
    });
  return { isBusy, error, go };
};
