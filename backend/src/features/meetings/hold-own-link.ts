import type { HelperState } from "@balie/contract/helpers";
import { Refusal } from "../../platform/http/refusal.js";
import { hashToken, newToken } from "../../platform/tokens.js";
import { isHeld } from "./own-link.rules.js";

export type Arriving = { tabId: string; isReturn: boolean };
type Held = { state: HelperState; seenAt: Date | null; browserHash: Buffer | null };
type Hold = {
  change: { tabId: string; seenAt: Date; browserHash?: Buffer };
  /** For the cookie of a browser that did not hold the link yet. */
  newToken: string | null;
};

/** A browser takes hold of somebody's own link. The cookie makes a reload, or a second tab, the same one; another browser is turned away while the first one holds it.
    Refused: 403 arrival_replaced (another browser holds it), not_admitted (a return of a browser that does not). */
export function holdOwnLink(link: Held, { tabId, isReturn }: Arriving, cookie: string | undefined, now: Date): Hold {
  const isKnown = cookie !== undefined && link.browserHash?.equals(hashToken(cookie)) === true;
  if (!isKnown && isReturn) throw new Refusal(403, "not_admitted");
  if (!isKnown && isHeld(link, now)) throw new Refusal(403, "arrival_replaced");
  const token = isKnown ? null : newToken();
  return { change: { tabId, seenAt: now, ...(token ? { browserHash: hashToken(token) } : {}) }, newToken: token };
}
