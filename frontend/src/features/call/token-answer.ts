import type { CallTokenView } from "@balie/contract/meetings";
import { Refusal } from "../../platform/api.js";
import type { TokenAnswer } from "./call.js";

/** A refusal ends the call; being unreachable, hurried or unwell does not. */
export const tokenAnswer = async (asking: Promise<CallTokenView>): Promise<TokenAnswer> => {
  try {
    return { kind: "token", token: await asking };
  } catch (fault) {
    const isFinal = fault instanceof Refusal && fault.code !== "server_error" && fault.code !== "too_many_requests";
    return isFinal ? { kind: "refused", code: fault.code } : { kind: "unreachable" };
  }
};
