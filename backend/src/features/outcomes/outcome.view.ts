import type { OutcomeView } from "@balie/contract/outcomes";
import type { Outcome } from "./outcome.entity.js";

export const viewOutcome = ({ meetingId, result, recordedAt }: Outcome): OutcomeView => ({
  meetingId,
  result,
  recordedAt: recordedAt.toISOString(),
});
