import type { AnswerSurveyInput, SurveyView } from "@balie/contract/surveys";
import { post } from "../../platform/api.js";

/** Sent again it replaces the answer, so a lost one is simply sent again. */
export const answerSurvey = (token: string, answer: AnswerSurveyInput): Promise<SurveyView> =>
  post<SurveyView>("/api/appointment/survey", answer, { token, retries: 1 });
