import type { CallerPlace } from "@balie/contract/dial-in";
import type { Appointment } from "../appointments/appointment.entity.js";
import { isCancelled, waitingRoomClosesAt, waitingRoomOpensAt } from "../appointments/appointment.rules.js";
import type { Arrival } from "../meetings/arrival.entity.js";
import type { Meeting } from "../meetings/meeting.entity.js";

/** The voice menu asks again after so long, for a caller who waits. */
export const waitSeconds = 5;
/** Whoever was let in is not kept waiting. */
export const leadSeconds = 2;
/** Three questions that did not come, and a little: then a caller is not on the line any more. */
export const leaseSeconds = 4 * waitSeconds;

type Called = {
  appointment: Pick<Appointment, "status" | "startsAt" | "endsAt">;
  meeting: Pick<Meeting, "status">;
  /** Theirs of before, if any. */
  arrival: Pick<Arrival, "state"> | null;
};

/** Why a caller has nothing to wait for; null: they may wait. The waiting room opens and closes for them as for everybody. */
export function placeOutside({ appointment, meeting, arrival }: Called, now: Date): CallerPlace | null {
  if (isCancelled(appointment.status)) return "cancelled";
  if (meeting.status === "ended") return "ended";
  if (arrival?.state === "removed") return "removed";
  if (arrival?.state === "replaced") return "elsewhere";
  if (meeting.status === "in_progress" || meeting.status === "parked") return null;
  if (now < waitingRoomOpensAt(appointment)) return "too_early";
  return now < waitingRoomClosesAt(appointment) ? null : "over";
}
