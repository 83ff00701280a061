import {
  answerColleagueInput,
  askColleagueInput,
  colleagueList,
  colleaguePath,
  colleagueRequest,
} from "@balie/contract/company";
import { callTokenView, meetingPath } from "@balie/contract/meetings";
import type { Config } from "../../config.js";
import type { ClerkActor, Context } from "../../platform/context.js";
import { doneThen, route } from "../../platform/http/route.js";
import { answerRequest } from "./answer-request.js";
import { askColleague } from "./ask-colleague.js";
import { viewRequest } from "./company.view.js";
import { enterAsColleague } from "./enter-as-colleague.js";
import { leaveAsColleague } from "./leave-as-colleague.js";
import { listColleagues } from "./list-colleagues.js";
import { loadCompany } from "./load-company.js";
import { withdrawRequest } from "./withdraw-request.js";

export function companyRoutes(config: Config) {
  const request = async ({ db }: Context<ClerkActor>, { requestId }: { requestId: string }) =>
    viewRequest((await loadCompany(db, requestId))[0]!);

  return [
    route({
      method: "GET",
      path: "/api/meetings/:meetingId/colleagues",
      access: "clerk",
      input: meetingPath,
      output: colleagueList,
      run: async (context, input) => ({ colleagues: await listColleagues(context, input) }),
    }),
    route({
      method: "POST",
      path: "/api/meetings/:meetingId/colleagues",
      access: "clerk",
      limit: { name: "ask-colleague", points: 60, seconds: 300 },
      input: askColleagueInput,
      output: colleagueRequest,
      run: async (context, input) => request(context, { requestId: await askColleague(context, input) }),
    }),
    route({
      method: "POST",
      path: "/api/colleague-requests/:requestId/answer",
      access: "clerk",
      input: answerColleagueInput,
      output: colleagueRequest,
      run: doneThen(answerRequest, request),
    }),
    route({
      method: "POST",
      path: "/api/colleague-requests/:requestId/withdrawal",
      access: "clerk",
      input: colleaguePath,
      output: colleagueRequest,
      run: doneThen(withdrawRequest, request),
    }),
    route({
      method: "POST",
      path: "/api/colleague-requests/:requestId/call-token",
      access: "clerk",
      limit: { name: "call-token", points: 60, seconds: 60 },
      input: colleaguePath,
      output: callTokenView,
      run: (context, input) => enterAsColleague(context, input, config),
    }),
    route({
      method: "POST",
      path: "/api/colleague-requests/:requestId/departure",
      access: "clerk",
      input: colleaguePath,
      output: colleagueRequest,
      run: doneThen(leaveAsColleague, request),
    }),
  ];
}
