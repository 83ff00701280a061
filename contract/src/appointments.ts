import { z } from "zod";
import { interpretedLanguage } from "./interpreters.js";
import { language, localised } from "./languages.js";
import { meetingStatus, phoneNumber } from "./meetings.js";
import { line, paragraph } from "./plain-text.js";
import { sentId } from "./sent-id.js";

export const appointmentStatus = z.enum([
  "booked",
  "attended",
  "no_show",
  "cancelled_by_citizen",
  "cancelled_by_office",
]);
export type AppointmentStatus = z.infer<typeof appointmentStatus>;

/** POST /api/appointments → 201 bookedView. Sent again with the same requestId it answers the same appointment: a lost answer books nothing twice. */
export const bookAppointmentInput = z
  .object({
    requestId: sentId,
    serviceId: sentId,
    startsAt: z.iso.datetime(),
    language,
    citizen: z.object({
      name: line(120),
      /** null: only who dials in has none, and is told nothing by mail. */
      email: z.email().max(254).nullable(),
      phone: phoneNumber.nullable(),
    }),
    /** What it is about, in the citizen's own words; may be empty. */
    question: paragraph(1000),
    /** Whom it concerns, where that is another person than the citizen who books. */
    concerns: z.object({ name: line(120) }).nullable(),
    /** The language that the citizen needs interpreted, if any. */
    interpreterLanguage: interpretedLanguage.nullable().default(null),
    /** Without internet: they call the municipality's number at their time, with a PIN. */
    dialsIn: z.boolean().default(false),
  })
  .superRefine(({ citizen, dialsIn }, { addIssue }) => {
    if (citizen.email !== null) return;
    if (!dialsIn) addIssue({ code: "custom", path: ["citizen", "email"] });
    // Else nobody could tell them that something changed.
    if (citizen.phone === null) addIssue({ code: "custom", path: ["citizen", "phone"] });
  });
export type BookAppointmentInput = z.infer<typeof bookAppointmentInput>;

/** What to call, and what to key in then. */
export const pinToCall = z.object({ number: z.string(), pin: z.string().regex(/^\d{8}$/) });
export type PinToCall = z.infer<typeof pinToCall>;

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
  citizen: z.object({ name: z.string(), email: z.string().nullable() }),
  question: z.string(),
  concerns: z.object({ name: z.string() }).nullable(),
  interpreterLanguage: interpretedLanguage.nullable(),
  /** Its name: the names of all languages would weigh too much for the page. */
  interpreterLanguageName: localised.nullable(),
  /** The citizen may still cancel or move. */
  isChangeable: z.boolean(),
  meeting: z.object({ id: z.uuid(), status: meetingStatus }),
  /** The citizen has answered the survey; the answer may still be changed. */
  hasSurvey: z.boolean(),
  /** What opens it at a kiosk, XXXX-XXXX; null: booked before there were codes. */
  kioskCode: z.string().nullable(),
  /** For a citizen who dials in; null: they come by the link, or nobody can dial in here. */
  dialIn: pinToCall.nullable(),
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
