import { createHmac } from "node:crypto";
import { keyFor } from "../../platform/tokens.js";
import { spellPin } from "../appointments/pin.rules.js";

const keyed = (appSecret: string, purpose: string, text: string): Buffer =>
  createHmac("sha256", keyFor(appSecret, purpose)).update(text).digest();

/** The PIN of a dial-in, drawn from its id under a key of its own: nobody without the application secret can, and nothing need be kept to tell it again.
    10^8 PINs. Ten misses in ten minutes, from whomever, stop everybody for a quarter of an hour (guessing.rules.ts): nine, again and again, are 1,296 tries a day. With twenty PINs
    open day and night, guessing for a whole year finds one with a chance of 9 %; with one open a tenth of the time, 0.05 %. The caller is then announced to citizen and clerk by name. */
export const pinOf = (appSecret: string, dialInId: string): string =>
  spellPin(keyed(appSecret, "dial-in pin", dialInId));

/** A caller is known again and no more; without a number all are one. */
export function hashCaller(appSecret: string, caller: string | undefined): Buffer | null {
  const number = caller?.replace(/[^0-9A-Za-z+@.]/g, "").toLowerCase();
  return number ? keyed(appSecret, "dial-in caller", number) : null;
}
