import type { ArrivalView, CallTokenView } from "@balie/contract/meetings";
import { post } from "../../../platform/api.js";
import { tabId } from "../citizen/citizen-call.api.js";
import { tokenAnswer } from "../token-answer.js";
import type { OwnLinkWay } from "./own-link.js";

/** Where somebody arrives by the token of their own link, and what they are told of under which address from then on. */
export const wayOf = (arrival: string, addressOf: (id: string) => string): OwnLinkWay => ({
  arrive: (linkToken, isReturn) => post<ArrivalView>(arrival, { tabId, isReturn }, { token: linkToken, retries: 2 }),
  fetchToken: (id) => tokenAnswer(post<CallTokenView>(`${addressOf(id)}/call-token`, { tabId }, { timeoutSeconds: 8 })),
  eventsOf: (id) => `${addressOf(id)}/events?tabId=${tabId}`,
  depart: (id) => post<ArrivalView>(`${addressOf(id)}/departure`, { tabId }, { retries: 2 }),
});
