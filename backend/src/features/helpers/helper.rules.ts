import type { HelperState } from "@balie/contract/helpers";
import type { Standing } from "../meetings/own-link.rules.js";

export const stateOf = ({ state, guest }: Standing): HelperState =>
  state === "admitted" && guest?.state === "removed" ? "removed" : state;
