import type { HelperInvitation } from "@balie/contract/helper-page";
import { get } from "../../platform/api.js";

/** Reading changes nothing: a mail scanner may open the link. */
export const loadInvitation = (token: string, signal: AbortSignal): Promise<HelperInvitation> =>
  get<HelperInvitation>("/api/helper", { token, signal });
