import { outcomeView, recordOutcomeInput } from "@balie/contract/outcomes";
import { route } from "../../platform/http/route.js";
import { viewOutcome } from "./outcome.view.js";
import { recordOutcome } from "./record-outcome.js";

export const outcomeRoutes = () => [
  route({
    method: "POST",
    path: "/api/meetings/:meetingId/outcome",
    access: "clerk",
    input: recordOutcomeInput,
    output: outcomeView,
    run: async (context, input) => viewOutcome(await recordOutcome(context, input)),
  }),
];
