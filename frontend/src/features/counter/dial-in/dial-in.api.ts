import type { AllowDialInInput, AllowedDialIn, CitizenPinView, DialInList, DialInView } from "@balie/contract/dial-in";
import { get, post } from "../../../platform/api.js";
import { asClerk } from "../../../platform/session-end.js";

/** The same again changes nothing in these, so a lost answer may be asked for once more. */
const again = { retries: 1 };

export const fetchDialIns = (meetingId: string, signal: AbortSignal): Promise<DialInList> =>
  asClerk(get<DialInList>(`/api/meetings/${meetingId}/dial-in`, { signal }));

export const allowDialIn = ({ meetingId, ...allowed }: AllowDialInInput): Promise<AllowedDialIn> =>
  asClerk(post<AllowedDialIn>(`/api/meetings/${meetingId}/dial-in`, allowed, again));

export const withdrawDialIn = (meetingId: string, dialInId: string): Promise<DialInView> =>
  asClerk(post<DialInView>(`/api/meetings/${meetingId}/dial-in/${dialInId}/withdrawal`, {}, again));

/** Each asking makes another PIN, and the one before void: it is not repeated by itself. */
export const renewCitizenPin = (meetingId: string): Promise<CitizenPinView> =>
  asClerk(post<CitizenPinView>(`/api/meetings/${meetingId}/citizen-pin`, {}));
