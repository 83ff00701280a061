import type { ArrivalView } from "@balie/contract/meetings";
import type { OwnLinkView } from "@balie/contract/own-link";
import { isCancelled, waitingRoomClosesAt, waitingRoomOpensAt } from "../appointments/appointment.rules.js";
import type { Municipality } from "../counters/municipality.entity.js";
import type { Guest } from "./guest.entity.js";
import type { Meeting } from "./meeting.entity.js";

type OwnLink = { id: string; tabId: string | null; meeting: Meeting; guest: Pick<Guest, "state"> | null };

/** To which meeting the link leads, before anybody let its holder in: nothing of the matter. */
export const viewLinkedMeeting = (
  { status, appointment }: Meeting,
  { name, phone, timeZone }: Municipality,
): Omit<OwnLinkView, "id" | "name" | "state"> => ({
  isCancelled: isCancelled(appointment.status),
  meetingStatus: status,
  startsAt: appointment.startsAt.toISOString(),
  opensAt: waitingRoomOpensAt(appointment).toISOString(),
  closesAt: waitingRoomClosesAt(appointment).toISOString(),
  timeZone,
  municipality: { name, phone },
});

/** The page of somebody who comes by a link of their own, in the words of a citizen's: it waits until the citizen has been told; a cancelled appointment is over. Whom else was invited, or asked
    for what, is not theirs to know. */
export function viewOwnLink(
  { id, tabId: current, meeting, guest }: OwnLink,
  state: ArrivalView["state"],
  people: ArrivalView["people"],
  tabId: string,
): ArrivalView {
  const isCurrentTab = current === tabId;
  const isInCall = guest?.state === "admitted" && meeting.status === "in_progress";
  return {
    id,
    state,
    meetingId: meeting.id,
    meetingStatus: isCancelled(meeting.appointment.status) ? "ended" : meeting.status,
    isCurrentTab,
    isOtherBrowser: false,
    clerk: meeting.clerk ? { name: meeting.clerk.name } : null,
    medium: meeting.medium,
    phone: null,
    helpers: [],
    position: null,
    documents: [],
    givenDocuments: [],
    shownPage: null,
    people: isInCall && isCurrentTab ? people : [],
  };
}
