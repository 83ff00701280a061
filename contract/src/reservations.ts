import { z } from "zod";
import { interpretedLanguage, interpreterMedium } from "./interpreters.js";
import { localised } from "./languages.js";

/** An interpreter asked to keep an appointment's time free. `lapsed`: no answer in time. `withdrawn`: the appointment was moved or cancelled. Whoever confirmed may still decline until the start. */
export const reservationState = z.enum(["asked", "confirmed", "declined", "lapsed", "withdrawn"]);
export type ReservationState = z.infer<typeof reservationState>;

/** How it stands with the interpreter whom an appointment needs. `seeking`: somebody will be asked in a moment. `asked`: no answer yet. `nobody`: nobody on the roster can, or all declined; sought again now and then. */
export const interpreterStanding = z.enum(["seeking", "asked", "confirmed", "nobody"]);
export type InterpreterStanding = z.infer<typeof interpreterStanding>;

/** What a clerk sees of it: `name` is whoever was asked or confirmed. */
export const neededInterpreter = z.object({
  language: interpretedLanguage,
  standing: interpreterStanding,
  name: z.string().nullable(),
});
export type NeededInterpreter = z.infer<typeof neededInterpreter>;

/** GET /api/reservations (clerk): the appointments of the clerk's counters in the coming week that need an interpreter, the first first. */
export const reservationDays = 7;
export const reservationList = z.object({
  appointments: z.array(
    neededInterpreter.extend({
      appointmentId: z.uuid(),
      startsAt: z.iso.datetime(),
      endsAt: z.iso.datetime(),
      citizenName: z.string(),
      serviceName: localised,
    }),
  ),
});
export type ReservationList = z.infer<typeof reservationList>;

/** GET /api/reservation (Authorization: Bearer <the interpreter's own link's token>), and the answer of POST /api/reservation/answer. Never the matter, nor whose it is. Reading changes nothing. */
export const reservationView = z.object({
  name: z.string(),
  state: reservationState,
  language: interpretedLanguage,
  /** By video: once confirmed, the same link leads into the meeting (contract/interpreter-page). */
  medium: interpreterMedium,
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  /** By when an answer is wanted. */
  answerBy: z.iso.datetime(),
  /** The time has begun: nothing can be answered any more. */
  isOver: z.boolean(),
  timeZone: z.string(),
  municipality: z.object({ name: z.string(), phone: z.string().nullable() }),
});
export type ReservationView = z.infer<typeof reservationView>;

/** POST /api/reservation/answer (the same token) → reservationView. Only ever sent by a person's click; the same answer again changes nothing. */
export const answerReservationInput = z.object({ comes: z.boolean() });
export type AnswerReservationInput = z.infer<typeof answerReservationInput>;
