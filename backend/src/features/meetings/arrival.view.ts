import type { AskedDocument, GivenDocument } from "@balie/contract/documents";
import type { Roster } from "@balie/contract/guests";
import type { QueueHelper } from "@balie/contract/helpers";
import type { ArrivalView } from "@balie/contract/meetings";
import type { Arrival } from "./arrival.entity.js";
import type { PhoneRequest } from "./phone-request.entity.js";

/** What a citizen in the call is asked for and given. */
export type CallDocuments = { documents: AskedDocument[]; givenDocuments: GivenDocument[] };
export const noDocuments: CallDocuments = { documents: [], givenDocuments: [] };

/** An arrival with its meeting and clerk loaded, its meeting's place in the queue, the wish to be phoned, the documents of its call, whom its citizen invited, and who belongs in the call. */
export type ArrivalSeen = {
  arrival: Arrival;
  position: number | null;
  phone: PhoneRequest | null;
  documents: CallDocuments;
  helpers: QueueHelper[];
  people: Roster;
};

export const isInCall = ({ state, meeting }: Pick<Arrival, "state" | "meeting">): boolean =>
  state === "admitted" && meeting.status === "in_progress";

export function viewArrival(
  { arrival, position, phone, documents, helpers, people }: ArrivalSeen,
  tabId: string,
): ArrivalView {
  const { meeting } = arrival;
  const isWaiting = arrival.state === "waiting";
  return {
    id: arrival.id,
    state: arrival.state,
    meetingId: meeting.id,
    meetingStatus: meeting.status,
    isCurrentTab: arrival.tabId === tabId,
    isOtherBrowser: isWaiting && meeting.status === "in_progress",
    clerk: meeting.clerk ? { name: meeting.clerk.name } : null,
    medium: meeting.medium,
    phone: phone && { number: phone.number, askedAt: phone.askedAt.toISOString() },
    helpers: helpers.map(({ isConnected: _, ...helper }) => helper),
    position: isWaiting && meeting.status === "waiting" ? position : null,
    ...(isInCall(arrival) ? documents : noDocuments),
    shownPage: isInCall(arrival) ? meeting.shownPage : null,
    people: isInCall(arrival) ? [...people] : [],
  };
}
