import { Refusal } from "../../platform/http/refusal.js";
import type { Appointment } from "../appointments/appointment.entity.js";
import { isCancelled, waitingRoomClosesAt, waitingRoomOpensAt } from "../appointments/appointment.rules.js";
import type { Meeting } from "./meeting.entity.js";

/** Nobody comes to a meeting that is over, or before the waiting room opens.
    @throws Refusal 410 appointment_cancelled, appointment_over, meeting_ended; 403 too_early. */
export function refuseUntimely(appointment: Appointment, meeting: Meeting, now: Date) {
  refuseOver(appointment, meeting, now);
  if (!isUnderWay(meeting) && now < waitingRoomOpensAt(appointment)) throw new Refusal(403, "too_early");
}

/** @throws Refusal 410 appointment_cancelled, appointment_over, meeting_ended. */
export function refuseOver(appointment: Appointment, meeting: Meeting, now: Date) {
  if (isCancelled(appointment.status)) throw new Refusal(410, "appointment_cancelled");
  if (meeting.status === "ended") throw new Refusal(410, "meeting_ended");
  if (!isUnderWay(meeting) && now >= waitingRoomClosesAt(appointment)) throw new Refusal(410, "appointment_over");
}

const isUnderWay = ({ status }: Meeting): boolean => status === "in_progress" || status === "parked";
