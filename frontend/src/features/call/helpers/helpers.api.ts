import type { InvitedHelper, InvitedHelpers, InviteHelperInput } from "@balie/contract/helpers";
import { get, post } from "../../../platform/api.js";

export const loadHelpers = async (token: string, signal: AbortSignal): Promise<readonly InvitedHelper[]> =>
  (await get<InvitedHelpers>("/api/appointment/helpers", { token, signal })).helpers;

/** The same requestId again invites nobody twice. */
export const inviteHelper = (token: string, input: InviteHelperInput): Promise<InvitedHelper> =>
  post<InvitedHelper>("/api/appointment/helpers", input, { token, retries: 2 });

export const withdrawHelper = async (token: string, helperId: string): Promise<readonly InvitedHelper[]> =>
  (await post<InvitedHelpers>(`/api/appointment/helpers/${helperId}/withdrawal`, {}, { token, retries: 2 })).helpers;
