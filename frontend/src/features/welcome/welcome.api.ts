import type { AcceptWelcomeInput, ClerkView, WelcomeView } from "@balie/contract/clerks";
import { get, post } from "../../platform/api.js";

/** Reading changes nothing: a mail scanner may open the link. */
export const loadWelcome = (token: string, signal: AbortSignal): Promise<WelcomeView> =>
  get<WelcomeView>("/api/welcome", { token, signal });

/** Works once, so it is not repeated by itself. */
export const acceptWelcome = (token: string, input: AcceptWelcomeInput): Promise<ClerkView> =>
  post<ClerkView>("/api/welcome", input, { token });
