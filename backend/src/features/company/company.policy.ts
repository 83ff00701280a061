import type { ClerkActor } from "../../platform/context.js";
import type { Meeting } from "../meetings/meeting.entity.js";
import { leads, maySee } from "../meetings/meeting.policy.js";
import type { Colleague } from "./colleague.entity.js";

/** Only who leads the meeting asks others in, and takes it back. */
export const mayAsk = (actor: ClerkActor, meeting: Pick<Meeting, "counterId" | "clerkId" | "ledAs">): boolean =>
  maySee(actor, meeting) && leads(actor, meeting);

/** A request is its colleague's own, at whatever counter the meeting is. */
export const isAsked = (actor: ClerkActor, request: Pick<Colleague, "clerkId">): boolean =>
  request.clerkId === actor.clerkId;
