import type { ClerkActor } from "../../platform/context.js";

/** A clerk sees and helps at the counters where they work. */
export const worksAt = (actor: Pick<ClerkActor, "counterIds">, counterId: string): boolean =>
  actor.counterIds.includes(counterId);
