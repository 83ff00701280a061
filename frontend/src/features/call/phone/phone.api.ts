import type { PhoneAnswer, PhoneView } from "@balie/contract/meetings";
import { post } from "../../../platform/api.js";

/** The same again changes nothing, so a lost answer may be asked for once more. null takes the wish back. */
export const askForPhoneCall = async (token: string, number: string | null): Promise<PhoneView | null> =>
  (await post<PhoneAnswer>("/api/appointment/phone-request", { number }, { token, retries: 2 })).phone;
