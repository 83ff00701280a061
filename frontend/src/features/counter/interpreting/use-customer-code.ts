import type { InterpreterRequestView } from "@balie/contract/interpreters";
import { useEffect } from "preact/hooks";
import { tabShelf } from "../../../platform/storage.js";
import { codeToPress } from "./interpreting.view.js";

/** The running call, as far as an interpreter's part needs it. */
export interface KeysOfCall {
  /** The interpreter's voice comes through; without a bridge there is none. */
  readonly hasBridge: boolean;
  readonly isInCall: (userId: string) => boolean;
  /** When this clerk took the meeting over; null: never. */
  readonly ledSince: string | null;
  readonly press: (keys: string) => void;
}

const pressedShelf = (callId: string) => tabShelf<true>(`keys.${callId}`);
const wasPressed = (callId: string) => pressedShelf(callId).read() === true;

/** A comma waits two seconds: an agency's menu speaks first. */
export const pressCode = ({ press }: KeysOfCall, code: string): void => press(`,${code}`);

/** Once for each telephone call; a reload of the page, or whoever takes the meeting over, does not press again. */
export const useCustomerCode = (request: InterpreterRequestView, keys: KeysOfCall): void => {
  const due = codeToPress(request, keys.isInCall, wasPressed, keys.ledSince);
  useEffect(() => {
    if (!due) return;
    pressedShelf(due.callId).write(true);
    pressCode(keys, due.code);
  }, [due?.callId]);
};
