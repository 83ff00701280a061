import type { ColleagueList, ColleagueRequest } from "@balie/contract/company";
import type { CallTokenView, QueueEntry } from "@balie/contract/meetings";
import { get, post } from "../../../platform/api.js";
import { asClerk } from "../../../platform/session-end.js";
import type { TokenAnswer } from "../../call/call.js";
import { clerkToken } from "../clerk-token.js";

/** The same again changes nothing in all of these, so a lost answer may be asked for once more. */
const again = { retries: 1 };

export const fetchColleagues = (meetingId: string, signal: AbortSignal): Promise<ColleagueList> =>
  asClerk(get<ColleagueList>(`/api/meetings/${meetingId}/colleagues`, { signal }));

export const askColleague = (meetingId: string, clerkId: string): Promise<ColleagueRequest> =>
  asClerk(post<ColleagueRequest>(`/api/meetings/${meetingId}/colleagues`, { clerkId }, again));

export const withdraw = (requestId: string): Promise<ColleagueRequest> =>
  asClerk(post<ColleagueRequest>(`/api/colleague-requests/${requestId}/withdrawal`, {}, again));

export const answer = (requestId: string, accepts: boolean): Promise<ColleagueRequest> =>
  asClerk(post<ColleagueRequest>(`/api/colleague-requests/${requestId}/answer`, { accepts }, again));

export const leaveCall = (requestId: string): Promise<ColleagueRequest> =>
  asClerk(post<ColleagueRequest>(`/api/colleague-requests/${requestId}/departure`, {}, again));

export const fetchColleagueToken = (requestId: string): Promise<TokenAnswer> =>
  clerkToken(post<CallTokenView>(`/api/colleague-requests/${requestId}/call-token`, {}, { timeoutSeconds: 8 }));

export const removeGuest = (meetingId: string, guestId: string): Promise<QueueEntry> =>
  asClerk(post<QueueEntry>(`/api/meetings/${meetingId}/guests/${guestId}/removal`, {}, again));
