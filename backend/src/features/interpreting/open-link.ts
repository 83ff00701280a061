import type { Context, InterpreterLinkHolder } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { isLongOver } from "../meetings/own-link.rules.js";
import type { InterpreterLink } from "./interpreter-link.entity.js";
import { loadLink } from "./load-link.js";

/** To which meeting an interpreter's link leads; a week after the appointment it tells nothing any more. Refused: 410 appointment_over. */
export async function openLink({ db, actor, now }: Context<InterpreterLinkHolder>): Promise<InterpreterLink> {
  const link = await loadLink(db, actor.linkId);
  if (isLongOver(link.meeting, now)) throw new Refusal(410, "appointment_over");
  return link;
}
