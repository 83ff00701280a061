import type { ClerkActor } from "../../platform/context.js";
import type { Handover } from "./handover.entity.js";

/** A question is answered by the clerk whom it asks. */
export const isAskedToLead = (actor: ClerkActor, { toId }: Pick<Handover, "toId">): boolean => toId === actor.clerkId;
