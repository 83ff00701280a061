import type { AppointmentView } from "@balie/contract/appointments";
import type { MeetingStatus } from "@balie/contract/meetings";
import type { Municipality } from "../counters/municipality.entity.js";
import type { Appointment } from "./appointment.entity.js";
import { isChangeable, waitingRoomClosesAt, waitingRoomOpensAt } from "./appointment.rules.js";

/** What the features below know of an appointment. */
export type AppointmentSurroundings = { meeting: { id: string; status: MeetingStatus }; hasSurvey: boolean };

/** `appointment` with its service and counter loaded. */
export const viewAppointment = (
  appointment: Omit<Appointment, "seat">,
  municipality: Municipality,
  { meeting, hasSurvey }: AppointmentSurroundings,
  now: Date,
): AppointmentView => ({
  id: appointment.id,
  status: appointment.status,
  startsAt: appointment.startsAt.toISOString(),
  endsAt: appointment.endsAt.toISOString(),
  opensAt: waitingRoomOpensAt(appointment).toISOString(),
  closesAt: waitingRoomClosesAt(appointment).toISOString(),
  timeZone: municipality.timeZone,
  service: {
    id: appointment.service.id,
    name: appointment.service.name,
    bring: appointment.service.bring,
    durationMinutes: appointment.service.durationMinutes,
  },
  counterName: appointment.counter.name,
  municipality: { name: municipality.name, phone: municipality.phone },
  language: appointment.language,
  citizen: { name: appointment.citizenName, email: appointment.citizenEmail },
  question: appointment.question,
  concerns: appointment.concernsName ? { name: appointment.concernsName } : null,
  isChangeable: isChangeable(appointment, meeting.status, now),
  meeting: { id: meeting.id, status: meeting.status },
  hasSurvey,
});
