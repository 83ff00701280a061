import type { HelperState } from "@balie/contract/helpers";
import type { Standing } from "../meetings/own-link.rules.js";

/** What became of the guest counts before where the page is: whose call is over has left, and may wait once more. */
export function linkStateOf({ state, guest }: Standing): HelperState {
  if (state === "withdrawn") return state;
  if (guest?.state === "admitted" || guest?.state === "removed" || guest?.state === "left") return guest.state;
  return state;
}
