import type { AppointmentStatus } from "@balie/contract/appointments";
import { DateTime } from "luxon";

/** Whoever reads a code from paper takes none of these for another: no 0, 1, I and O, and of 2Z, 5S, 8B and UV only one each. */
const symbols = "23456789ACDEFGHJKLMNPQRTVWXY";
const length = 8;
/** What is seen or typed in place of its likeness. */
const likenesses: Readonly<Record<string, string>> = { Z: "2", S: "5", B: "8", U: "V" };

/** XXXX-XXXX out of random bits, each sign as likely as the others. */
export function spellKioskCode(bits: Uint8Array): string {
  let rest = bits.reduce((number, byte) => number * 256n + BigInt(byte), 0n);
  let code = "";
  for (let at = 0; at < length; at++) {
    code += symbols[Number(rest % BigInt(symbols.length))];
    rest /= BigInt(symbols.length);
  }
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** The code as it would be printed; null: no code at all. */
export function readKioskCode(typed: string): string | null {
  const code = [...typed.toUpperCase().replace(/[\s-]/g, "")].map((each) => likenesses[each] ?? each).join("");
  if (code.length !== length || [...code].some((each) => !symbols.includes(each))) return null;
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

type Timed = { startsAt: Date; endsAt: Date; status: AppointmentStatus };

/** From the beginning of the day before to the end of the day itself, by the municipality's clock; never when it is cancelled. */
export function opensAtKiosk({ startsAt, endsAt, status }: Timed, timeZone: string, now: Date): boolean {
  if (status !== "booked" && status !== "attended") return false;
  const from = DateTime.fromJSDate(startsAt, { zone: timeZone }).startOf("day").minus({ days: 1 });
  const until = DateTime.fromJSDate(endsAt, { zone: timeZone }).startOf("day").plus({ days: 1 });
  return from.toJSDate() <= now && now < until.toJSDate();
}
