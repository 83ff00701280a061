import type { HelperState } from "@balie/contract/helpers";
import type { Helper } from "./helper.entity.js";

type Standing = Pick<Helper, "state"> & { guest: { state: string } | null };

export const stateOf = ({ state, guest }: Standing): HelperState =>
  state === "admitted" && guest?.state === "removed" ? "removed" : state;
