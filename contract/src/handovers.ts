import { z } from "zod";
import { localised } from "./languages.js";
import { paragraph } from "./plain-text.js";
import { sentId } from "./sent-id.js";

/** `accepted`: the citizen is being told. `taken`: who was asked leads the meeting. `lapsed`: a minute went by without an answer, or without the citizen having been told. */
export const handoverState = z.enum(["asked", "accepted", "taken", "declined", "withdrawn", "lapsed"]);
export type HandoverState = z.infer<typeof handoverState>;

/** GET /api/meetings/:meetingId/handovers (the clerk who leads) → successorList: who can be asked, by name; clerks of the meeting's counter who have their console open or are in this meeting. */
export const successor = z.object({
  clerkId: z.uuid(),
  name: z.string(),
  /** As a colleague in this meeting. */
  isInMeeting: z.boolean(),
  /** Leads another meeting now, and so can't be asked. */
  leadsAnother: z.boolean(),
});
export type Successor = z.infer<typeof successor>;
export const successorList = z.object({ successors: z.array(successor) });
export type SuccessorList = z.infer<typeof successorList>;

const clerk = z.object({ id: z.uuid(), name: z.string() });

/** One clerk asks another to lead a running meeting in their place. The id is also the new one's in the room. */
export const handoverView = z.object({
  id: z.uuid(),
  meetingId: z.uuid(),
  state: handoverState,
  from: clerk,
  to: clerk,
  citizenName: z.string(),
  serviceName: localised,
  /** For the one who takes over. */
  note: z.string(),
});
export type HandoverView = z.infer<typeof handoverView>;

/** A hand-over that was taken, in the meeting's history. */
export const pastHandover = z.object({
  fromName: z.string(),
  toName: z.string(),
  takenAt: z.iso.datetime(),
  note: z.string(),
});
export type PastHandover = z.infer<typeof pastHandover>;

/** POST /api/meetings/:meetingId/handovers (the clerk who leads) → handoverView. Who is asked already: the same again. */
export const askHandoverInput = z.object({
  meetingId: sentId,
  clerkId: sentId,
  note: paragraph(1000).default(""),
});

/** POST /api/handovers/:handoverId/answer (the clerk who is asked) → handoverView. No is possible until it is taken. The same answer again changes nothing. */
export const answerHandoverInput = z.object({ handoverId: sentId, accepts: z.boolean() });

/** POST /api/handovers/:handoverId/withdrawal (who asked), until it is taken. */
export const handoverPath = z.object({ handoverId: sentId });
