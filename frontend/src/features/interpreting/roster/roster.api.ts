import type {
  InterpreterImport,
  InterpreterInput,
  InterpreterList,
  InterpreterView,
  TestCallList,
} from "@balie/contract/interpreters";
import { get, post } from "../../../platform/api.js";
import { asClerk } from "../../../platform/session-end.js";
import { send } from "./send.js";

export const fetchRoster = (signal: AbortSignal): Promise<InterpreterList> =>
  asClerk(get<InterpreterList>("/api/interpreters", { signal }));

/** The same request again is the same interpreter, so a lost answer may be asked for once more. */
export const addInterpreter = (requestId: string, input: InterpreterInput): Promise<InterpreterView> =>
  asClerk(post<InterpreterView>("/api/interpreters", { requestId, ...input }, { retries: 1 }));

export const changeInterpreter = (id: string, input: InterpreterInput): Promise<InterpreterView> =>
  asClerk(send<InterpreterView>("PUT", `/api/interpreters/${id}`, input));

export const removeInterpreter = (id: string): Promise<InterpreterList> =>
  asClerk(send<InterpreterList>("DELETE", `/api/interpreters/${id}`));

/** As bytes, whatever the browser takes the file for. */
export const importInterpreters = (file: File): Promise<InterpreterImport> =>
  asClerk(send<InterpreterImport>("POST", "/api/interpreters/import", new Blob([file])));

/** Rings them; the same request again is the same call. */
export const beginTestCall = (id: string, requestId: string): Promise<TestCallList> =>
  asClerk(post<TestCallList>(`/api/interpreters/${id}/test-calls`, { requestId }, { retries: 1 }));

export const withdrawTestCall = (id: string): Promise<TestCallList> =>
  asClerk(post<TestCallList>(`/api/test-calls/${id}/withdrawal`, {}, { retries: 1 }));
