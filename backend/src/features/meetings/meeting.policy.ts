import type { ClerkActor } from "../../platform/context.js";
import { worksAt } from "../clerks/clerk.policy.js";
import type { Meeting } from "./meeting.entity.js";

/** Clerks see the meetings of their counters, and one of another that was handed to them. */
export const maySee = (actor: ClerkActor, meeting: Pick<Meeting, "counterId" | "clerkId" | "ledAs">): boolean =>
  worksAt(actor, meeting.counterId) || (meeting.ledAs !== null && leads(actor, meeting));

/** Only who admitted, or took it over, leads the call: has its token, removes people, ends it. */
export const leads = (actor: ClerkActor, meeting: Pick<Meeting, "clerkId">): boolean =>
  meeting.clerkId === actor.clerkId;
