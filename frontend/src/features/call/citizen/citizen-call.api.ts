import type { GuestTold } from "@balie/contract/guests";
import type { ArrivalView, CallTokenView } from "@balie/contract/meetings";
import { post } from "../../../platform/api.js";
import type { TokenAnswer } from "../call.js";
import { tokenAnswer } from "../token-answer.js";

/** This page load's own name: the newest one of a browser holds the arrival. */
export const tabId = newTabId();

export const arrive = (linkToken: string, isReturn: boolean): Promise<ArrivalView> =>
  post<ArrivalView>("/api/appointment/arrival", { tabId, isReturn }, { token: linkToken, retries: 2 });

export const depart = (arrivalId: string): Promise<ArrivalView> =>
  post<ArrivalView>(`/api/arrivals/${arrivalId}/departure`, { tabId }, { retries: 2 });

export const fetchCitizenToken = (arrivalId: string): Promise<TokenAnswer> =>
  tokenAnswer(post<CallTokenView>(`/api/arrivals/${arrivalId}/call-token`, { tabId }, { timeoutSeconds: 8 }));

export const tellOfGuest = (arrivalId: string, guestId: string): Promise<GuestTold> =>
  post<GuestTold>(`/api/arrivals/${arrivalId}/guests/${guestId}/told`, {}, { retries: 2 });

/** Where a browser arrives, and hears of itself: the citizen's, or another's who comes by a link of their own. */
export interface ArrivalWay {
  readonly arrive: (linkToken: string, isReturn: boolean) => Promise<ArrivalView>;
  readonly fetchToken: (arrivalId: string) => Promise<TokenAnswer>;
  readonly eventsOf: (arrivalId: string) => string;
}

export const citizensWay: ArrivalWay = {
  arrive,
  fetchToken: fetchCitizenToken,
  eventsOf: (arrivalId) => `/api/arrivals/${arrivalId}/events?tabId=${tabId}`,
};

function newTabId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
