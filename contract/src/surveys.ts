import { z } from "zod";
import { paragraph } from "./plain-text.js";

/** POST /api/appointment/survey (link token) → surveyView; three questions, sent again it replaces the answer. Refused before the meeting ended. */
export const answerSurveyInput = z.object({
  /** 1 (very hard) to 5 (very easy). */
  ease: z.number().int().min(1).max(5),
  wasHelped: z.enum(["yes", "partly", "no"]),
  comment: paragraph(1000),
});
export type AnswerSurveyInput = z.infer<typeof answerSurveyInput>;

export const surveyView = z.object({ answeredAt: z.iso.datetime() });
export type SurveyView = z.infer<typeof surveyView>;
