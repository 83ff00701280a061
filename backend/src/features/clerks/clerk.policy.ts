import type { ClerkRole } from "@balie/contract/clerks";
import type { ClerkActor } from "../../platform/context.js";

/** An administrator works at every counter, also those that are made later; all others where they were assigned. */
export const worksEverywhere = (role: ClerkRole): boolean => role === "admin";

/** A clerk sees and helps at the counters where they work. */
export const worksAt = (actor: Pick<ClerkActor, "counterIds">, counterId: string): boolean =>
  actor.counterIds.includes(counterId);
