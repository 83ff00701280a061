import { z } from "zod";
import { guestState, roster } from "./guests.js";
import { localised } from "./languages.js";
import { sentId } from "./sent-id.js";

/** `asked` until the colleague answers or the question is taken back. */
export const colleagueState = z.enum(["asked", "accepted", "declined", "withdrawn"]);
export type ColleagueState = z.infer<typeof colleagueState>;

/** How many may be asked or in at one meeting at once: the room holds eight people. */
export const guestsPerMeeting = 5;

/** GET /api/meetings/:meetingId/colleagues (the clerk who leads) → colleagueList: who can be asked, by name. */
export const colleagueChoice = z.object({
  clerkId: z.uuid(),
  name: z.string(),
  counterNames: z.array(localised),
  /** Leads a call of their own now. */
  isInCall: z.boolean(),
});
export type ColleagueChoice = z.infer<typeof colleagueChoice>;
export const colleagueList = z.object({ colleagues: z.array(colleagueChoice) });
export type ColleagueList = z.infer<typeof colleagueList>;

/** One clerk asks another into a running meeting. */
export const colleagueRequest = z.object({
  id: z.uuid(),
  meetingId: z.uuid(),
  state: colleagueState,
  askedAt: z.iso.datetime(),
  /** Who leads the meeting, and at which counter. */
  leader: z.object({ name: z.string(), counterName: localised }),
  serviceName: localised,
  colleague: z.object({ clerkId: z.uuid(), name: z.string(), counterName: localised.nullable() }),
  /** Once accepted: the colleague's place in the meeting. */
  guest: z.object({ id: z.uuid(), state: guestState }).nullable(),
  /** For who accepted, while they have a place: everybody in the call. */
  people: roster,
});
export type ColleagueRequest = z.infer<typeof colleagueRequest>;

/** Each `company` event of GET /api/queue/events: what this clerk was asked, and what they asked in the meetings they lead; of meetings in progress only. */
export const companyView = z.object({ asked: z.array(colleagueRequest), asking: z.array(colleagueRequest) });
export type CompanyView = z.infer<typeof companyView>;

/** POST /api/meetings/:meetingId/colleagues (the clerk who leads) → colleagueRequest. Who is asked already, or in: the same request again. */
export const askColleagueInput = z.object({ meetingId: sentId, clerkId: sentId });

/** POST /api/colleague-requests/:requestId/answer (the clerk who is asked) → colleagueRequest. The same answer again changes nothing. */
export const answerColleagueInput = z.object({ requestId: sentId, accepts: z.boolean() });

/** POST /api/colleague-requests/:requestId/withdrawal (who asked), …/call-token and …/departure (who was asked). */
export const colleaguePath = z.object({ requestId: sentId });
