import type { CallTokenView } from "@balie/contract/meetings";
import type { Config } from "../../config.js";
import type { Context, HelperBrowser } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { issueGuestToken } from "../meetings/issue-call-token.js";
import { stateOf } from "./helper.rules.js";
import { loadHelper } from "./load-helper.js";

/** The gate for the helper: the newest tab of the browser that holds the link, once the clerk has nodded and the citizen has been told.
    Refused: 410 meeting_ended; 403 arrival_removed (also withdrawn), not_admitted; 409 other_tab, guest_not_told. */
export async function issueHelperToken(
  context: Context<HelperBrowser>,
  tabId: string,
  config: Config,
): Promise<CallTokenView> {
  const helper = await loadHelper(context.db, context.actor.helperId);
  const state = stateOf(helper);
  if (helper.meeting.status === "ended") throw new Refusal(410, "meeting_ended");
  if (state === "removed" || state === "withdrawn") throw new Refusal(403, "arrival_removed");
  if (state !== "admitted" || helper.meeting.status !== "in_progress") throw new Refusal(403, "not_admitted");
  if (helper.tabId !== tabId) throw new Refusal(409, "other_tab");
  return issueGuestToken(context, helper.guestId!, config);
}
