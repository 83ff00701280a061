import {
  answerHandoverInput,
  askHandoverInput,
  handoverPath,
  handoverView,
  successorList,
} from "@balie/contract/handovers";
import { meetingPath } from "@balie/contract/meetings";
import type { ClerkActor, Context } from "../../platform/context.js";
import { doneThen, route } from "../../platform/http/route.js";
import { answerHandover } from "./answer-handover.js";
import { askHandover } from "./ask-handover.js";
import { viewHandover } from "./handover.view.js";
import { listSuccessors } from "./list-successors.js";
import { loadHandovers } from "./load-handovers.js";
import { withdrawHandover } from "./withdraw-handover.js";

export function handoverRoutes() {
  const handover = async ({ db, now }: Context<ClerkActor>, { handoverId }: { handoverId: string }) =>
    viewHandover((await loadHandovers(db, handoverId))[0]!, now);

  return [
    route({
      method: "GET",
      path: "/api/meetings/:meetingId/handovers",
      access: "clerk",
      input: meetingPath,
      output: successorList,
      run: async (context, input) => ({ successors: await listSuccessors(context, input) }),
    }),
    route({
      method: "POST",
      path: "/api/meetings/:meetingId/handovers",
      access: "clerk",
      limit: { name: "ask-handover", points: 60, seconds: 300 },
      input: askHandoverInput,
      output: handoverView,
      run: async (context, input) => handover(context, { handoverId: await askHandover(context, input) }),
    }),
    route({
      method: "POST",
      path: "/api/handovers/:handoverId/answer",
      access: "clerk",
      input: answerHandoverInput,
      output: handoverView,
      run: doneThen(answerHandover, handover),
    }),
    route({
      method: "POST",
      path: "/api/handovers/:handoverId/withdrawal",
      access: "clerk",
      input: handoverPath,
      output: handoverView,
      run: doneThen(withdrawHandover, handover),
    }),
  ];
}
