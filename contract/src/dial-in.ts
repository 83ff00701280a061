import { z } from "zod";
import { pinToCall } from "./appointments.js";
import { interpretedLanguage } from "./interpreters.js";
import { language } from "./languages.js";
import { line } from "./plain-text.js";
import { sentId } from "./sent-id.js";

/** As whom somebody comes in by telephone: to interpret, or to help (somebody of a relay service, a relative without internet). */
export const dialInRole = z.enum(["interpreter", "helper"]);
export type DialInRole = z.infer<typeof dialInRole>;

/** `open`: its PIN lets one person in. `used`: it did; what becomes of them is on the roster. `withdrawn` by the clerk. `expired`: nobody came in time. */
export const dialInState = z.enum(["open", "used", "withdrawn", "expired"]);
export type DialInState = z.infer<typeof dialInState>;

export const dialInMinutes = 10;
/** Of one meeting at once. */
export const openDialIns = 3;

/** One person may dial in: a PIN that works once. `id` is theirs among the guests, once it was used. */
export const dialInView = z.object({
  id: z.uuid(),
  role: dialInRole,
  name: z.string(),
  language: interpretedLanguage.nullable(),
  state: dialInState,
  askedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  usedAt: z.iso.datetime().nullable(),
});
export type DialInView = z.infer<typeof dialInView>;

/** GET /api/meetings/:meetingId/dial-in (the clerk who leads) → dialInList, oldest first. `number`: what to dial; null where nobody can dial in. */
export const dialInList = z.object({ number: z.string().nullable(), dialIns: z.array(dialInView) });
export type DialInList = z.infer<typeof dialInList>;

/** POST /api/meetings/:meetingId/dial-in (the clerk who leads) → 201 allowedDialIn. An interpreter has a language, a helper none. */
export const allowDialInInput = z
  .object({
    requestId: sentId,
    meetingId: sentId,
    role: dialInRole,
    name: line(120),
    language: interpretedLanguage.nullable(),
  })
  .refine(({ role, language }) => (role === "interpreter") === (language !== null), { path: ["language"] });
export type AllowDialInInput = z.infer<typeof allowDialInInput>;

/** The PIN is told here alone. Sent again with the same requestId, while it is open, it is the same one. */
export const allowedDialIn = dialInView.extend({ pin: z.string().regex(/^\d{8}$/), number: z.string() });
export type AllowedDialIn = z.infer<typeof allowedDialIn>;

/** POST /api/meetings/:meetingId/dial-in/:dialInId/withdrawal (the clerk who leads) → dialInView; again: the same. Whoever is in already is removed as a guest. */
export const dialInPath = z.object({ meetingId: sentId, dialInId: sentId });

/** POST /api/meetings/:meetingId/citizen-pin (a clerk of the counter) → 201 citizenPinView. A new PIN for the citizen who dials in, to be read to them; the one before opens nothing any more,
    but whoever waits or talks already is left alone. */
export const citizenPinView = pinToCall.extend({
  /** When the waiting room opens, and when it closes to newcomers. */
  opensAt: z.iso.datetime(),
  closesAt: z.iso.datetime(),
});
export type CitizenPinView = z.infer<typeof citizenPinView>;

/** POST /api/dial-in (Authorization: Bearer <DIAL_IN_SECRET>: the voice menu of the telephone system) → dialInAnswer. What was typed, and the caller's number if it is known.
    404 pin_unknown, whatever is wrong with it; 429 with Retry-After while guessing is held back. */
export const usePinInput = z.object({
  pin: z.string().trim().max(40),
  caller: z.string().trim().max(120).optional(),
  /** This menu can let a citizen wait. One of before says nothing, and hears 409 menu_cannot_wait for a citizen's PIN. */
  canWait: z.boolean().default(false),
});
export type UsePinInput = z.infer<typeof usePinInput>;

/** The headers of the INVITE that bridges the caller to the gateway, at once. */
export const dialInRoom = z.object({ headers: z.record(z.string(), z.string()) });
export type DialInRoom = z.infer<typeof dialInRoom>;

/** Where a citizen stands who dialled in. `queue`: waits for a clerk. `call`: was let in, and goes to the room in a moment. The others end the telephone call, once said: `too_early`; `in_call`: somebody
    is in the call with this PIN; `over`: its time has passed; `cancelled`; `ended`; `removed` by the clerk; `elsewhere`: the citizen goes on in a browser. */
export const callerPlace = z.enum([
  "too_early",
  "queue",
  "call",
  "in_call",
  "over",
  "cancelled",
  "ended",
  "removed",
  "elsewhere",
]);
export type CallerPlace = z.infer<typeof callerPlace>;

/** A caller who is not let into a room now. */
export const callerView = z.object({
  place: callerPlace,
  /** 1: the next in the queue; null when they don't stand in it. */
  position: z.number().int().nullable(),
  /** What to say, in the language of the appointment. */
  say: z.string(),
  language,
  /** What the menu asks again with, as long as the caller is on the line; null: it says that and hangs up. Three times not asked, and the place in the queue is given up. */
  ticket: z.uuid().nullable(),
  askAgainSeconds: z.number().int().nullable(),
});
export type CallerView = z.infer<typeof callerView>;

/** A room for whoever may come in at once, or where a citizen stands. */
export const dialInAnswer = z.union([dialInRoom, callerView]);
export type DialInAnswer = z.infer<typeof dialInAnswer>;

/** POST /api/dial-in/calls/:ticket (the voice menu) → dialInAnswer: the caller is on the line still. No PIN and no guess, so nothing holds it back.
    404 not_found: there is no such call, or another one came with the same PIN; the menu hangs up.
    POST /api/dial-in/calls/:ticket/departure (the voice menu) → callerGone: they hung up while they waited. Again, or one that nobody knows: the same. */
export const callerPath = z.object({ ticket: sentId });
export const callerGone = z.object({});
