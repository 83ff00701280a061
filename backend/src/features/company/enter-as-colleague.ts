import type { CallTokenView } from "@balie/contract/meetings";
import type { Config } from "../../config.js";
import type { ClerkActor, Context } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { issueGuestToken } from "../meetings/issue-call-token.js";
import { findOwnRequest } from "./find-own-request.js";

/** The gate for a colleague: only who was asked and accepted, once the citizen was told.
    Refused: 404 not_found, 410 meeting_ended, guest_gone, 409 guest_not_told, colleague_not_accepted. */
export async function enterAsColleague(
  context: Context<ClerkActor>,
  { requestId }: { requestId: string },
  config: Config,
): Promise<CallTokenView> {
  const { request } = await findOwnRequest(context, requestId);
  if (!request.guestId) throw new Refusal(409, "colleague_not_accepted");
  return issueGuestToken(context, request.guestId, config);
}
