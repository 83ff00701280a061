import { createHash, createHmac } from "node:crypto";
import { keyFor } from "../../platform/tokens.js";
import type { Appointment } from "./appointment.entity.js";
import { spellKioskCode } from "./kiosk-code.rules.js";

/** The code of an appointment, drawn from the 256 random bits of its secret link: as random, and whoever holds the link can have it shown again.
    28^8 = 3.8 × 10^11 codes. At 60 tries in ten minutes for all addresses together (kiosk.routes.ts), with 1,000 codes valid at once, guessing day and night
    for a whole year finds one with a chance of 0.8 %; what it then finds is one appointment, and in the call nobody comes unseen. */
export const kioskCodeOf = (linkToken: string): string =>
  spellKioskCode(createHash("sha256").update(`kiosk code of ${linkToken}`).digest());

/** What opens it at a kiosk, for whoever holds its link; null: booked before there were codes. */
export const shownKioskCode = ({ kioskCodeHash }: Pick<Appointment, "kioskCodeHash">, linkToken: string) =>
  kioskCodeHash ? kioskCodeOf(linkToken) : null;

/** What the database keeps, to find the appointment. Keyed: so few codes could all be tried against a plain hash. */
export const hashKioskCode = (appSecret: string, code: string): Buffer =>
  createHmac("sha256", keyFor(appSecret, "kiosk")).update(code).digest();
