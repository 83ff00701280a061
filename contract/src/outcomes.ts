import { z } from "zod";

export const outcomeResult = z.enum(["helped", "follow_up", "documents_missing"]);
export type OutcomeResult = z.infer<typeof outcomeResult>;

const text = (max: number) => z.string().trim().max(max);

/** POST /api/meetings/:meetingId/outcome (clerk session) → 200 outcomeView. Once per meeting; the same again changes it until the follow-up mail has gone. */
export const recordOutcomeInput = z.object({
  meetingId: z.uuid(),
  result: outcomeResult,
  /** The product or case it was about, in the office's words. */
  product: text(120),
  /** For colleagues only. */
  note: text(2000),
  /** For the citizen, in the follow-up mail. */
  message: text(2000),
  /** https links shown in the call, for the follow-up mail. */
  links: z.array(z.url({ protocol: /^https?$/ }).max(2000)).max(20),
});
export type RecordOutcomeInput = z.infer<typeof recordOutcomeInput>;

export const outcomeView = z.object({ meetingId: z.uuid(), result: outcomeResult, recordedAt: z.iso.datetime() });
export type OutcomeView = z.infer<typeof outcomeView>;
