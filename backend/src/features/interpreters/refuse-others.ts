import type { ClerkActor } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { keepsRoster } from "./interpreter.policy.js";

/** @throws Refusal 403 forbidden, but for administrators. */
export function refuseOthers(actor: ClerkActor): void {
  if (!keepsRoster(actor)) throw new Refusal(403, "forbidden");
}
