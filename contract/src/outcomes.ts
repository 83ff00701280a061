import { z } from "zod";
import { paragraph } from "./plain-text.js";
import { sentId } from "./sent-id.js";

export const outcomeResult = z.enum(["helped", "follow_up", "documents_missing"]);
export type OutcomeResult = z.infer<typeof outcomeResult>;

/** As a browser writes it, so that nothing else than an address comes along. A name or password in it would hide where it leads. */
const webLink = z
  .url({ protocol: /^https?$/, normalize: true })
  .max(2000)
  .refine((link) => !/^https?:\/\/[^/?#]*@/i.test(link));

/** POST /api/meetings/:meetingId/outcome (clerk session) → 200 outcomeView. Once per meeting; the same again changes it until the follow-up mail has gone. */
export const recordOutcomeInput = z.object({
  meetingId: sentId,
  result: outcomeResult,
  /** The product or case it was about, in the office's words. */
  product: paragraph(120),
  /** For colleagues only. */
  note: paragraph(2000),
  /** For the citizen, in the follow-up mail. */
  message: paragraph(2000),
  /** What the clerk chose of the links shown in the call, or added, for the follow-up mail. */
  links: z.array(webLink).max(20),
});
export type RecordOutcomeInput = z.infer<typeof recordOutcomeInput>;

export const outcomeView = z.object({ meetingId: z.uuid(), result: outcomeResult, recordedAt: z.iso.datetime() });
export type OutcomeView = z.infer<typeof outcomeView>;
