import type { CallTokenView } from "@balie/contract/meetings";
import type { Config } from "../../config.js";
import type { Context, InterpreterBrowser } from "../../platform/context.js";
import { issueOwnLinkToken } from "../meetings/issue-own-link-token.js";
import { linkStateOf } from "./interpreter-link.rules.js";
import { loadLink } from "./load-link.js";

/** The gate for an interpreter by video. Refused: as `issueOwnLinkToken` says. */
export async function issueInterpreterToken(
  context: Context<InterpreterBrowser>,
  tabId: string,
  config: Config,
): Promise<CallTokenView> {
  const link = await loadLink(context.db, context.actor.linkId);
  return issueOwnLinkToken(context, { link, state: linkStateOf(link), tabId }, config);
}
