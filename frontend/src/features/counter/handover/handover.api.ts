import type { HandoverView, SuccessorList } from "@balie/contract/handovers";
import { get, post } from "../../../platform/api.js";
import { asClerk } from "../../../platform/session-end.js";

/** The same again changes nothing in all of these, so a lost answer may be asked for once more. */
const again = { retries: 1 };

export const fetchSuccessors = (meetingId: string, signal: AbortSignal): Promise<SuccessorList> =>
  asClerk(get<SuccessorList>(`/api/meetings/${meetingId}/handovers`, { signal }));

export const askHandover = (meetingId: string, clerkId: string, note: string): Promise<HandoverView> =>
  asClerk(post<HandoverView>(`/api/meetings/${meetingId}/handovers`, { clerkId, note }, again));

export const answerHandover = (handoverId: string, accepts: boolean): Promise<HandoverView> =>
  asClerk(post<HandoverView>(`/api/handovers/${handoverId}/answer`, { accepts }, again));

export const withdrawHandover = (handoverId: string): Promise<HandoverView> =>
  asClerk(post<HandoverView>(`/api/handovers/${handoverId}/withdrawal`, {}, again));
