import type { AskInterpreterInput, InterpreterRequestView, InterpretingChoice } from "@balie/contract/interpreters";
import { get, post } from "../../../platform/api.js";
import { asClerk } from "../../../platform/session-end.js";

/** The same again changes nothing in all of these, so a lost answer may be asked for once more. */
const again = { retries: 1 };

export const fetchChoice = (meetingId: string, signal: AbortSignal): Promise<InterpretingChoice> =>
  asClerk(get<InterpretingChoice>(`/api/meetings/${meetingId}/interpreters`, { signal }));

export const askInterpreter = ({ meetingId, ...asked }: AskInterpreterInput): Promise<InterpreterRequestView> =>
  asClerk(post<InterpreterRequestView>(`/api/meetings/${meetingId}/interpreters`, asked, again));

/** Stops the search, or hangs up. */
export const withdrawRequest = (requestId: string): Promise<InterpreterRequestView> =>
  asClerk(post<InterpreterRequestView>(`/api/interpreter-requests/${requestId}/withdrawal`, {}, again));

export const silenceInterpreter = (requestId: string, isSilenced: boolean): Promise<InterpreterRequestView> =>
  asClerk(post<InterpreterRequestView>(`/api/interpreter-requests/${requestId}/silence`, { isSilenced }, again));

export const callNext = (requestId: string): Promise<InterpreterRequestView> =>
  asClerk(post<InterpreterRequestView>(`/api/interpreter-requests/${requestId}/next`, {}));
