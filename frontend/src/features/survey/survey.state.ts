import type { AnswerSurveyInput } from "@balie/contract/surveys";

export interface Survey {
  readonly ease: "1" | "2" | "3" | "4" | "5" | null;
  readonly wasHelped: AnswerSurveyInput["wasHelped"] | null;
  readonly comment: string;
}

export const emptySurvey: Survey = { ease: null, wasHelped: null, comment: "" };
export const maxComment = 1000;

/** What still keeps it from being sent, by the id of the question. */
export const faultsOf = ({ ease, wasHelped, comment }: Survey): ("ease" | "wasHelped" | "comment")[] => {
  const faults = [!ease && "ease", !wasHelped && "wasHelped", comment.trim().length > maxComment && "comment"] as const;
  return faults.filter((fault) => !!fault);
};

/** null while a question is open. */
export const answerOf = (survey: Survey): AnswerSurveyInput | null => {
  const { ease, wasHelped, comment } = survey;
  if (!ease || !wasHelped || faultsOf(survey).length > 0) return null;
  return { ease: Number(ease), wasHelped, comment: comment.trim() };
};
