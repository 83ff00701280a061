import type { ClerkView, SignInInput } from "@balie/contract/clerks";
import type {
  AdmittedView,
  AppointmentsAhead,
  CallTokenView,
  ChangeMediumInput,
  QueueEntry,
} from "@balie/contract/meetings";
import type { OutcomeView, RecordOutcomeInput } from "@balie/contract/outcomes";
import { del, get, post } from "../../platform/api.js";
import { asClerk } from "../../platform/session-end.js";
import type { TokenAnswer } from "../call/call.js";
import { clerkToken } from "./clerk-token.js";

export const fetchClerk = (signal: AbortSignal): Promise<ClerkView> => get<ClerkView>("/api/clerk-session", { signal });
export const signIn = (input: SignInInput): Promise<ClerkView> => post<ClerkView>("/api/clerk-session", input);
export const signOut = (): Promise<void> => del("/api/clerk-session");

export const fetchAhead = async (signal: AbortSignal): Promise<AppointmentsAhead["appointments"]> =>
  (await asClerk(get<AppointmentsAhead>("/api/appointments-ahead", { signal }))).appointments;

/** The same again changes nothing in all of these, so a lost answer may be asked for once more. */
const again = { retries: 1 };

export const admit = (meetingId: string, arrivalId: string): Promise<AdmittedView> =>
  asClerk(post<AdmittedView>(`/api/meetings/${meetingId}/admission`, { arrivalId }, again));

export const remove = (meetingId: string, arrivalId: string): Promise<QueueEntry> =>
  asClerk(post<QueueEntry>(`/api/meetings/${meetingId}/removal`, { arrivalId }, again));

export const admitHelper = (meetingId: string, helperId: string): Promise<QueueEntry> =>
  asClerk(post<QueueEntry>(`/api/meetings/${meetingId}/helpers/${helperId}/admission`, {}, again));

export const changeMedium = (meetingId: string, medium: ChangeMediumInput["medium"]): Promise<QueueEntry> =>
  asClerk(post<QueueEntry>(`/api/meetings/${meetingId}/medium`, { medium }, again));

export const endMeeting = (meetingId: string): Promise<QueueEntry> =>
  asClerk(post<QueueEntry>(`/api/meetings/${meetingId}/end`, {}, again));

export const fetchClerkToken = (meetingId: string): Promise<TokenAnswer> =>
  clerkToken(post<CallTokenView>(`/api/meetings/${meetingId}/call-token`, {}, { timeoutSeconds: 8 }));

export const recordOutcome = ({ meetingId, ...outcome }: RecordOutcomeInput): Promise<OutcomeView> =>
  asClerk(post<OutcomeView>(`/api/meetings/${meetingId}/outcome`, outcome, again));
