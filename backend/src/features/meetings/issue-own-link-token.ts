import type { HelperState } from "@balie/contract/helpers";
import type { CallTokenView } from "@balie/contract/meetings";
import type { Config } from "../../config.js";
import type { Context } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { issueGuestToken } from "./issue-call-token.js";
import type { OwnLink } from "./own-link.entity.js";

type Asking = { link: OwnLink; state: HelperState; tabId: string };

/** The gate for whoever comes by a link of their own: the newest tab of the browser that holds it, once the clerk lets them in and the citizen has been told.
    Refused: 410 meeting_ended; 403 arrival_removed (also withdrawn), not_admitted; 409 other_tab, guest_not_told. */
export async function issueOwnLinkToken(
  context: Pick<Context, "db" | "now">,
  { link, state, tabId }: Asking,
  config: Config,
): Promise<CallTokenView> {
  if (link.meeting.status === "ended") throw new Refusal(410, "meeting_ended");
  if (state === "removed" || state === "withdrawn") throw new Refusal(403, "arrival_removed");
  if (state !== "admitted" || link.meeting.status !== "in_progress") throw new Refusal(403, "not_admitted");
  if (link.tabId !== tabId) throw new Refusal(409, "other_tab");
  return issueGuestToken(context, link.guestId!, config);
}
