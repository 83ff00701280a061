import type { ClerkActor } from "../../platform/context.js";
import type { Arrival } from "../meetings/arrival.entity.js";
import type { Meeting } from "../meetings/meeting.entity.js";
import { maySee } from "../meetings/meeting.policy.js";

/** A document is for the clerks of its meeting's counter: they ask, give, take back and open. */
export const mayHandle = (actor: ClerkActor, meeting: Pick<Meeting, "counterId" | "clerkId" | "ledAs">): boolean =>
  maySee(actor, meeting);

/** Only whom a clerk let in answers, and only what that meeting's clerks asked; it is also only them who fetch what was given. */
export const mayAnswer = (
  arrival: Pick<Arrival, "state" | "meetingId">,
  document: { meetingId: string },
  meeting: Pick<Meeting, "status">,
): boolean =>
  arrival.meetingId === document.meetingId && arrival.state === "admitted" && meeting.status === "in_progress";
