import type { HelperInvitation } from "@balie/contract/helper-page";
import type { InvitedHelper } from "@balie/contract/helpers";
import type { ArrivalView } from "@balie/contract/meetings";
import type { Municipality } from "../counters/municipality.entity.js";
import type { Standing } from "../meetings/own-link.rules.js";
import { viewLinkedMeeting } from "../meetings/own-link.view.js";
import type { Helper } from "./helper.entity.js";
import { stateOf } from "./helper.rules.js";

/** For the citizen who invited: with the link, as long as it opens something. */
export function viewInvited(helper: Helper, link: string): InvitedHelper {
  const state = stateOf(helper);
  return {
    id: helper.id,
    name: helper.name,
    relation: helper.relation,
    state,
    consentedAt: helper.consentedAt.toISOString(),
    link: state === "removed" || state === "withdrawn" || helper.meeting.status === "ended" ? null : link,
    isMailed: helper.isMailed,
  };
}

/** For the helper, before anybody let them in. */
export const viewInvitation = (helper: Helper, municipality: Municipality): HelperInvitation => ({
  id: helper.id,
  name: helper.name,
  relation: helper.relation,
  state: stateOf(helper),
  invitedBy: helper.meeting.appointment.citizenName,
  language: helper.meeting.appointment.language,
  ...viewLinkedMeeting(helper.meeting, municipality),
});

/** The helper's own page. */
export function presenceOf(helper: Standing): ArrivalView["state"] {
  const state = stateOf(helper);
  if (state === "removed" || state === "withdrawn") return "removed";
  if (state === "admitted") return helper.guest?.state === "admitted" ? "admitted" : "waiting";
  return state === "waiting" ? "waiting" : "left";
}
