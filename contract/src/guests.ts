import { z } from "zod";
import { helperRelation } from "./helpers.js";
import { interpretedLanguage } from "./interpreters.js";
import { localised } from "./languages.js";
import { sentId } from "./sent-id.js";

/** A guest is whoever is let into a meeting beside its citizen and the clerk who leads it. */
export const guestRole = z.enum(["helper", "colleague", "interpreter"]);
export type GuestRole = z.infer<typeof guestRole>;

export const callRole = z.enum(["clerk", "citizen", ...guestRole.options]);
export type CallRole = z.infer<typeof callRole>;

/** `announced`: may come in as soon as the citizen has been told. `admitted`: the citizen has been told, and they may be in the call. `left` and `removed`: no more. */
export const guestState = z.enum(["announced", "admitted", "left", "removed"]);
export type GuestState = z.infer<typeof guestState>;

/** Somebody who belongs in a meeting's room, by the server's word; `userId` is the one in their token. */
export const rosterPerson = z.object({
  userId: z.uuid(),
  role: callRole,
  name: z.string(),
  /** Of a clerk or a colleague: the counter they are at. */
  counterName: localised.nullable(),
  /** Of a helper: who they are to the citizen. */
  relation: helperRelation.nullable(),
  /** Of an interpreter: what they interpret; `isAnnounced` while their telephone rings, or their link waits for them. */
  language: interpretedLanguage.nullable(),
  /** The citizen has not been told of them yet: they are not let in before. A clerk who is announced takes the meeting over from the one who leads it. */
  isAnnounced: z.boolean(),
  /** Of an interpreter: the clerk who leads silenced them, and no page plays their voice. */
  isSilenced: z.boolean(),
  /** By telephone: no picture, and nothing to read. */
  isByPhone: z.boolean(),
  /** Of an interpreter by a link of their own: they wait to be let in, as soon as the citizen has been told. */
  isAtDoor: z.boolean(),
});
export type RosterPerson = z.infer<typeof rosterPerson>;

/** Everybody who belongs in a meeting's room while it is in progress: the clerk who leads, the citizen, then the guests in the order in which they came. */
export const roster = z.array(rosterPerson);
export type Roster = readonly RosterPerson[];

/** POST /api/arrivals/:arrivalId/guests/:guestId/told (arrival cookie) → guestTold: the citizen's page has shown that this guest comes, or this clerk takes over. Again: the same. */
export const tellOfGuestInput = z.object({ arrivalId: sentId, guestId: sentId });
export const guestTold = z.object({ guestId: z.uuid() });
export type GuestTold = z.infer<typeof guestTold>;

/** POST /api/meetings/:meetingId/guests/:guestId/removal (clerk) → queueEntry. */
export const guestPath = z.object({ meetingId: sentId, guestId: sentId });
