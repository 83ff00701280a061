import type { ArrivalView, CallTokenView } from "@balie/contract/meetings";
import type { EntityManager } from "typeorm";
import type { Config } from "../../config.js";
import { Refusal } from "../../platform/http/refusal.js";
import { issueCitizenToken } from "./issue-call-token.js";

type Send = (frame: Buffer) => void;
type Seen = { arrivalId: string; tabId: string; view: ArrivalView };
/** One open event stream of a tab. `isWaiting`: what it was told last. */
type WaitingPage = { send: Send; isWaiting: boolean };
type Now = { db: EntityManager; now: Date };

/** Brings a page its token with the news of its admission: between the click and the first picture every round trip counts. Once, at the turn from waiting to admitted, and
    through the same gate as by request; whoever comes later (a reload, a new connection) asks. */
export function createTokenBringer(config: Config) {
  const pages = new Map<string, Set<WaitingPage>>();
  const bring = async ({ db, now }: Now, { arrivalId, tabId, view }: Seen) => {
    const open = [...(pages.get(keyOf(arrivalId, tabId)) ?? [])];
    const turned = open.filter(({ isWaiting }) => isWaiting && view.state === "admitted");
    for (const page of open) page.isWaiting = view.state === "waiting";
    if (turned.length === 0) return;
    const token = await grantedToken({ db, now }, arrivalId, tabId, config);
    if (!token) return;
    const frame = Buffer.from(`event: callToken\ndata: ${JSON.stringify(token)}\n\n`);
    for (const { send } of turned) send(frame);
  };

  return {
    /** What the pages are about to be shown. */
    bring: (at: Now, seen: Seen[]) => Promise.all(seen.map((one) => bring(at, one))),
    /** A page opens its stream; the answer ends it. */
    follow: (arrivalId: string, tabId: string, send: Send): (() => void) => {
      const key = keyOf(arrivalId, tabId);
      const page = { send, isWaiting: false };
      const open = pages.get(key) ?? new Set();
      pages.set(key, open.add(page));
      return () => {
        open.delete(page);
        if (open.size === 0 && pages.get(key) === open) pages.delete(key);
      };
    },
  };
}

const keyOf = (arrivalId: string, tabId: string) => `${arrivalId}:${tabId}`;

/** null: the gate said no. The page asks by itself then, and hears why. */
const grantedToken = (
  { db, now }: Now,
  arrivalId: string,
  tabId: string,
  config: Config,
): Promise<CallTokenView | null> =>
  issueCitizenToken({ db, actor: { kind: "arrival", arrivalId }, now }, tabId, config).catch((fault: unknown) => {
    if (fault instanceof Refusal) return null;
    throw fault;
  });
