import { answerSurveyInput, surveyView } from "@balie/contract/surveys";
import { route } from "../../platform/http/route.js";
import { answerSurvey } from "./answer-survey.js";

export const surveyRoutes = () => [
  route({
    method: "POST",
    path: "/api/appointment/survey",
    access: "link",
    input: answerSurveyInput,
    output: surveyView,
    run: async (context, input) => ({ answeredAt: (await answerSurvey(context, input)).answeredAt.toISOString() }),
  }),
];
