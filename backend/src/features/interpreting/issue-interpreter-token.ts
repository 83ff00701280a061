import type { CallTokenView } from "@balie/contract/meetings";
import type { Config } from "../../config.js";
import type { Context, InterpreterBrowser } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { issueGuestToken } from "../meetings/issue-call-token.js";
import { linkStateOf } from "./interpreter-link.rules.js";
import { loadLink } from "./load-link.js";

/** The gate for an interpreter by video: the newest tab of the browser that holds the link, once the clerk has asked for them and the citizen has been told.
    Refused: 410 meeting_ended; 403 arrival_removed (also withdrawn), not_admitted; 409 other_tab. */
export async function issueInterpreterToken(
  context: Context<InterpreterBrowser>,
  tabId: string,
  config: Config,
): Promise<CallTokenView> {
  const link = await loadLink(context.db, context.actor.linkId);
  const state = linkStateOf(link);
  if (link.meeting.status === "ended") throw new Refusal(410, "meeting_ended");
  if (state === "removed" || state === "withdrawn") throw new Refusal(403, "arrival_removed");
  if (state !== "admitted" || link.meeting.status !== "in_progress") throw new Refusal(403, "not_admitted");
  if (link.tabId !== tabId) throw new Refusal(409, "other_tab");
  return issueGuestToken(context, link.guestId!, config);
}
