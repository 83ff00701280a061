import { z } from "zod";
import { language, localised } from "./languages.js";
import { meetingStatus, phoneNumber } from "./meetings.js";

export const appointmentStatus = z.enum([
  "booked",
  "attended",
  "no_show",
  "cancelled_by_citizen",
  "cancelled_by_office",
]);
export type AppointmentStatus = z.infer<typeof appointmentStatus>;

/** One line of text: trimmed, without control characters (a line break in a name would reach mail headers). */
const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}\u2028\u2029]*$/u);

const paragraph = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^(?:[^\p{Cc}]|[\n\r\t])*$/u);

/** POST /api/appointments → 201 bookedView. Sent again with the same requestId it answers the same appointment: a lost answer books nothing twice. */
export const bookAppointmentInput = z.object({
  requestId: z.uuid(),
  serviceId: z.uuid(),
  startsAt: z.iso.datetime(),
  language,
  citizen: z.object({
    name: line(120),
    email: z.email().max(254),
    phone: phoneNumber.nullable(),
  }),
  /** What it is about, in the citizen's own words; may be empty. */
  question: paragraph(1000),
  /** Whom it concerns, where that is another person than the citizen who books. */
  concerns: z.object({ name: line(120) }).nullable(),
});
export type BookAppointmentInput = z.infer<typeof bookAppointmentInput>;

/** GET /api/appointment with `Authorization: Bearer <link token>`, and the answer of a move or cancellation. */
export const appointmentView = z.object({
  id: z.uuid(),
  status: appointmentStatus,
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  /** The waiting room opens. */
  opensAt: z.iso.datetime(),
  /** Nobody can arrive any more, unless the meeting is in progress. */
  closesAt: z.iso.datetime(),
  timeZone: z.string(),
  service: z.object({ id: z.uuid(), name: localised, bring: localised.nullable(), durationMinutes: z.number().int() }),
  counterName: localised,
  municipality: z.object({ name: z.string(), phone: z.string().nullable() }),
  language,
  citizen: z.object({ name: z.string(), email: z.string() }),
  question: z.string(),
  concerns: z.object({ name: z.string() }).nullable(),
  /** The citizen may still cancel or move. */
  isChangeable: z.boolean(),
  meeting: z.object({ id: z.uuid(), status: meetingStatus }),
  /** The citizen has answered the survey; the answer may still be changed. */
  hasSurvey: z.boolean(),
});
export type AppointmentView = z.infer<typeof appointmentView>;

export const bookedView = z.object({
  appointment: appointmentView,
  /** The secret link, as in the mail. */
  link: z.url(),
});
export type BookedView = z.infer<typeof bookedView>;

/** POST /api/appointment/move (link token) → appointmentView */
export const moveAppointmentInput = z.object({ startsAt: z.iso.datetime() });
export type MoveAppointmentInput = z.infer<typeof moveAppointmentInput>;

/** POST /api/appointment/cancellation (link token) → appointmentView; a second time answers the same. */
export const cancelAppointmentInput = z.object({});
