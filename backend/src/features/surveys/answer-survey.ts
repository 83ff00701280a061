import type { AnswerSurveyInput } from "@balie/contract/surveys";
import type { Context, LinkHolder } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { Meeting } from "../meetings/meeting.entity.js";
import { Survey } from "./survey.entity.js";

/** The citizen answers three questions; again replaces the answer. Refused: 409 meeting_not_ended. */
export async function answerSurvey(
  { db, actor, now }: Context<LinkHolder>,
  answer: AnswerSurveyInput,
): Promise<Survey> {
  const { appointmentId } = actor;
  const meeting = await db.findOneBy(Meeting, { appointmentId });
  if (meeting?.status !== "ended") throw new Refusal(409, "meeting_not_ended");
  await db.upsert(Survey, { ...answer, appointmentId, answeredAt: now }, ["appointmentId"]);
  return db.findOneByOrFail(Survey, { appointmentId });
}
