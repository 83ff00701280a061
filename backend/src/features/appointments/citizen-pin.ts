import { createHash, createHmac } from "node:crypto";
import type { PinToCall } from "@balie/contract/appointments";
import type { Config } from "../../config.js";
import { keyFor } from "../../platform/tokens.js";
import type { Appointment } from "./appointment.entity.js";
import { spellPin } from "./pin.rules.js";

/** The PIN with which a citizen without internet dials in, drawn from the 256 random bits of the secret link: whoever holds the link can have it shown again. Each turn is another one.
    How many tries there are: dial-in/pin.ts. Known for about three hours around its appointment (citizen-pin.rules.ts): of twenty such appointments a day, two or three at once, one is found
    within a year of guessing day and night with a chance of 1 %. Who has it waits in the queue, under the citizen's name, and no further before the clerk admits them. */
export const citizenPinOf = (linkToken: string, turn: number): string =>
  spellPin(createHash("sha256").update(`pin ${turn} of ${linkToken}`).digest());

/** What to call and to key in, for whoever holds the link; null: they do not dial in, or nobody can here. */
export const pinToCall = (
  { pinTurn }: Pick<Appointment, "pinTurn">,
  linkToken: string,
  { DIAL_IN_NUMBER: number }: Pick<Config, "DIAL_IN_NUMBER">,
): PinToCall | null => (pinTurn === null || !number ? null : { number, pin: citizenPinOf(linkToken, pinTurn) });

/** What the database keeps of any PIN, to find whose it is. Keyed: all PINs could be tried against a plain hash in no time. */
export const hashPin = (appSecret: string, pin: string): Buffer =>
  createHmac("sha256", keyFor(appSecret, "dial-in pin hash")).update(pin).digest();
