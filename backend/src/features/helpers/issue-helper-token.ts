import type { CallTokenView } from "@balie/contract/meetings";
import type { Config } from "../../config.js";
import type { Context, HelperBrowser } from "../../platform/context.js";
import { issueOwnLinkToken } from "../meetings/issue-own-link-token.js";
import { stateOf } from "./helper.rules.js";
import { loadHelper } from "./load-helper.js";

/** The gate for the helper. Refused: as `issueOwnLinkToken` says. */
export async function issueHelperToken(
  context: Context<HelperBrowser>,
  tabId: string,
  config: Config,
): Promise<CallTokenView> {
  const helper = await loadHelper(context.db, context.actor.helperId);
  return issueOwnLinkToken(context, { link: helper, state: stateOf(helper), tabId }, config);
}
