import type { ClerkActor } from "../../platform/context.js";
import { worksAt } from "../clerks/clerk.policy.js";
import type { Meeting } from "./meeting.entity.js";

/** Clerks see the meetings of their counters. */
export const maySee = (actor: ClerkActor, meeting: Pick<Meeting, "counterId">): boolean =>
  worksAt(actor, meeting.counterId);

/** Only who admitted leads the call: has its token, removes people, ends it. */
export const leads = (actor: ClerkActor, meeting: Pick<Meeting, "clerkId">): boolean =>
  meeting.clerkId === actor.clerkId;
