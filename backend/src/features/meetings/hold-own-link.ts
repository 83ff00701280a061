import type { HelperState } from "@balie/contract/helpers";
import { Refusal } from "../../platform/http/refusal.js";
import { hashToken, newToken } from "../../platform/tokens.js";
import type { OwnLink } from "./own-link.entity.js";
import { isHeld } from "./own-link.rules.js";
import { refuseUntimely } from "./refuse-untimely.js";

export type Arriving = { tabId: string; isReturn: boolean };
/** `newToken` is for the cookie of a browser that did not hold the link yet. */
type NewToken = { newToken: string | null };
export type ArrivedByLink = NewToken & { link: OwnLink };
type Hold = NewToken & { change: { tabId: string; seenAt: Date; browserHash?: Buffer } };

/** A browser takes hold of somebody's own link. The cookie makes a reload, or a second tab, the same one; another browser is turned away while the first one holds it.
    Refused: 410 appointment_cancelled, appointment_over, meeting_ended; 403 arrival_removed, too_early, arrival_replaced (another browser holds it), not_admitted (a return of a browser that does
    not). */
export function holdOwnLink(
  { meeting, seenAt, browserHash }: OwnLink,
  state: HelperState,
  { tabId, isReturn }: Arriving,
  cookie: string | undefined,
  now: Date,
): Hold {
  if (state === "removed") throw new Refusal(403, "arrival_removed");
  refuseUntimely(meeting.appointment, meeting, now);
  const isKnown = cookie !== undefined && browserHash?.equals(hashToken(cookie)) === true;
  if (!isKnown && isReturn) throw new Refusal(403, "not_admitted");
  if (!isKnown && isHeld({ state, seenAt }, now)) throw new Refusal(403, "arrival_replaced");
  const token = isKnown ? null : newToken();
  return { change: { tabId, seenAt: now, ...(token ? { browserHash: hashToken(token) } : {}) }, newToken: token };
}
