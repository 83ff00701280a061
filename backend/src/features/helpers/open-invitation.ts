import type { Context, HelperLinkHolder } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { isLongOver } from "../meetings/own-link.rules.js";
import type { Helper } from "./helper.entity.js";
import { loadHelper } from "./load-helper.js";

/** Who invites, and to which meeting. A week after the appointment a helper's link tells nothing any more. Refused: 410 appointment_over. */
export async function openInvitation({ db, actor, now }: Context<HelperLinkHolder>): Promise<Helper> {
  const helper = await loadHelper(db, actor.helperId);
  if (isLongOver(helper.meeting, now)) throw new Refusal(410, "appointment_over");
  return helper;
}
