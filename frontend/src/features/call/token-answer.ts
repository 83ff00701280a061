import type { CallTokenView } from "@balie/contract/meetings";
import type { RefusalCode } from "@balie/contract/refusals";
import { Refusal } from "../../platform/api.js";
import type { TokenAnswer } from "./call.js";

const passing: readonly RefusalCode[] = ["server_error", "unavailable", "too_many_requests"];

/** A refusal ends the call; being unreachable, hurried or unwell does not. */
export const tokenAnswer = async (asking: Promise<CallTokenView>): Promise<TokenAnswer> => {
  try {
    return { kind: "token", token: await asking };
  } catch (fault) {
    const isFinal = fault instanceof Refusal && !passing.includes(fault.code);
    return isFinal ? { kind: "refused", code: fault.code } : { kind: "unreachable" };
  }
};
