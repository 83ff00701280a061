import type { AskedDocument } from "@balie/contract/documents";
import type { ArrivalView } from "@balie/contract/meetings";
import type { Arrival } from "./arrival.entity.js";
import type { PhoneRequest } from "./phone-request.entity.js";

/** An arrival with its meeting and clerk loaded, its meeting's place in the queue, the wish to be phoned, and what its clerk asks for. */
export type ArrivalSeen = {
  arrival: Arrival;
  position: number | null;
  phone: PhoneRequest | null;
  documents: AskedDocument[];
};

export const isInCall = ({ state, meeting }: Pick<Arrival, "state" | "meeting">): boolean =>
  state === "admitted" && meeting.status === "in_progress";

export function viewArrival({ arrival, position, phone, documents }: ArrivalSeen, tabId: string): ArrivalView {
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
    position: isWaiting && meeting.status === "waiting" ? position : null,
    documents: isInCall(arrival) ? documents : [],
  };
}
