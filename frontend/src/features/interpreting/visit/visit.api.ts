import type { InterpreterVisit } from "@balie/contract/interpreter-page";
import { get } from "../../../platform/api.js";

/** Reading changes nothing: a mail scanner may open the link. */
export const loadVisit = (token: string, signal: AbortSignal): Promise<InterpreterVisit> =>
  get<InterpreterVisit>("/api/interpreter", { token, signal });
