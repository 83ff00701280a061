import type { CallTokenView } from "@balie/contract/meetings";
import { asClerk } from "../../platform/session-end.js";
import type { TokenAnswer } from "../call/call.js";
import { tokenAnswer } from "../call/token-answer.js";

/** Who has to sign in again keeps the call, and gets in as soon as that is done. */
export const clerkToken = async (asking: Promise<CallTokenView>): Promise<TokenAnswer> => {
  const answer = await tokenAnswer(asClerk(asking));
  return answer.kind === "refused" && answer.code === "unauthenticated" ? { kind: "unreachable" } : answer;
};
