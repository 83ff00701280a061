import type { AppointmentView, PinToCall } from "@balie/contract/appointments";
import type { Localised } from "@balie/contract/languages";
import { languageName } from "@balie/contract/locales/interpreted-languages";
import { languages } from "@balie/contract/locales/languages";
import type { MeetingStatus } from "@balie/contract/meetings";
import type { Municipality } from "../counters/municipality.entity.js";
import type { Appointment } from "./appointment.entity.js";
import { isChangeable, waitingRoomClosesAt, waitingRoomOpensAt } from "./appointment.rules.js";

/** What the features below know of an appointment. */
export type AppointmentSurroundings = { meeting: { id: string; status: MeetingStatus }; hasSurvey: boolean };

type Shown = AppointmentSurroundings & { kioskCode: string | null; dialIn: PinToCall | null };

/** `appointment` with its service and counter loaded. */
export const viewAppointment = (
  appointment: Omit<Appointment, "seat">,
  municipality: Municipality,
  { meeting, hasSurvey, kioskCode, dialIn }: Shown,
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
  interpreterLanguage: appointment.interpreterLanguage,
  interpreterLanguageName: appointment.interpreterLanguage === null ? null : namesOf(appointment.interpreterLanguage),
  isChangeable: isChangeable(appointment, meeting.status, now),
  meeting: { id: meeting.id, status: meeting.status },
  hasSurvey,
  kioskCode,
  dialIn,
});

const namesOf = (code: string): Localised =>
  Object.fromEntries(languages.map((language) => [language, languageName(code, language)])) as Localised;
