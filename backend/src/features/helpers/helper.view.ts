import type { HelperInvitation } from "@balie/contract/helper-page";
import type { InvitedHelper } from "@balie/contract/helpers";
import type { ArrivalView } from "@balie/contract/meetings";
import type { Appointment } from "../appointments/appointment.entity.js";
import { isCancelled, waitingRoomClosesAt, waitingRoomOpensAt } from "../appointments/appointment.rules.js";
import type { Municipality } from "../counters/municipality.entity.js";
import { viewOwnLink } from "../meetings/own-link.view.js";
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

/** For the helper, before anybody let them in: nothing of the matter. */
export const viewInvitation = (
  helper: Helper,
  appointment: Appointment,
  municipality: Municipality,
): HelperInvitation => ({
  id: helper.id,
  name: helper.name,
  relation: helper.relation,
  state: stateOf(helper),
  invitedBy: appointment.citizenName,
  isCancelled: isCancelled(appointment.status),
  meetingStatus: helper.meeting.status,
  startsAt: appointment.startsAt.toISOString(),
  opensAt: waitingRoomOpensAt(appointment).toISOString(),
  closesAt: waitingRoomClosesAt(appointment).toISOString(),
  timeZone: municipality.timeZone,
  municipality: { name: municipality.name, phone: municipality.phone },
  language: appointment.language,
});

/** The helper's own page. */
export const viewPresence = (helper: Helper, people: ArrivalView["people"], tabId: string): ArrivalView =>
  viewOwnLink(helper, presenceOf(helper), people, tabId);

function presenceOf(helper: Helper): ArrivalView["state"] {
  const state = stateOf(helper);
  if (state === "removed" || state === "withdrawn") return "removed";
  if (state === "admitted") return helper.guest?.state === "admitted" ? "admitted" : "waiting";
  return state === "waiting" ? "waiting" : "left";
}
