import { DateTime } from "luxon";

/** Whether an address may be dialled. `allowed` are beginnings of numbers ("+32") and whole hosts of SIP addresses ("sip:pbx.example.org"), in any case. */
export function mayDial(address: string, allowed: readonly string[]): boolean {
  if (!address.startsWith("sip:"))
    return allowed.some((beginning) => beginning.startsWith("+") && address.startsWith(beginning));
  const host = address.slice(address.lastIndexOf("@") + 1).toLowerCase();
  return allowed.some((one) => one.toLowerCase() === `sip:${host}`);
}

/** When the day of `now` began in `timeZone` (IANA): what is used of a day's minutes counts from then. */
export const dayBegan = (now: Date, timeZone: string): Date =>
  DateTime.fromJSDate(now, { zone: timeZone }).startOf("day").toJSDate();

export type LegStatus = "none" | "waiting" | "connected" | "reason";

/** What the gateway's words about a leg mean. Ringing and busy are never told: there is "Initializing Call" on joining, "Connected" on the answer, and at the end the network's own reason, for some
    seconds. Source: jigasi cd24b60 (January 2021). */
export function readStatus(status: string | undefined): LegStatus {
  if (!status) return "none";
  if (status === "Connected") return "connected";
  return status === "Initializing Call" ? "waiting" : "reason";
}

/** What became of a leg that left before anybody answered. */
export function outcomeOf(gaveReason: boolean, leftBecause: string | undefined): "refused" | "unanswered" | "failed" {
  if (gaveReason) return "refused";
  return leftBecause === "connection_lost" ? "failed" : "unanswered";
}
