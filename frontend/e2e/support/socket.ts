import type { Page } from "playwright-core";

interface Tapped {
  readonly tapped: {
    readonly heard: string[];
    receive(stanzas: readonly string[]): Promise<void>;
  };
}
declare const window: Window & typeof globalThis & Tapped;

/** The page's connection to Prosody goes through our hands: it can be made to receive what the real server would hold back. Reloads the page, which has to be out of a call. */
export const tapSocket = async (page: Page) => {
  await page.addInitScript(tap);
  await page.reload();
  return {
    /** One after the other, each in a turn of its own as from the network; resolves when the page has taken the last. */
    receive: (stanzas: readonly string[]) => page.evaluate((all) => window.tapped.receive(all), stanzas),
    /** The address in the room of who has this name. */
    senderOf: (name: string) =>
      page.evaluate((wanted) => {
        const presence = window.tapped.heard.findLast((each) => each.startsWith("<presence") && each.includes(wanted));
        return /\bfrom=['"]([^'"]+)/.exec(presence ?? "")?.[1] ?? "";
      }, name),
  };
};

/** Runs in the page before anything else. */
const tap = (): void => {
  const heard: string[] = [];
  let socket: WebSocket | undefined;
  /** Each stanza on a resumable stream: whether the server sent it. What it never sent must not be acknowledged to it (XEP-0198). */
  let order: boolean[] = [];
  const take = (data: string, isServers: boolean) => {
    if (/^<enabled\b/.test(data)) order = [];
    else if (/^<(iq|message|presence)\b/.test(data)) order.push(isServers);
  };
  window.WebSocket = class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      socket = this;
      this.addEventListener("message", ({ isTrusted, data }) => {
        take(String(data), isTrusted);
        if (isTrusted) heard.push(String(data));
      });
    }
    override send(data: string) {
      const ofServers = (count: string) => order.slice(0, Number(count)).filter(Boolean).length;
      super.send(
        data.replace(/^(<a\b[^>]*\bh=['"])(\d+)/, (_, start: string, count: string) => `${start}${ofServers(count)}`),
      );
    }
  };
  const receive = async (stanzas: readonly string[]) => {
    const turns = new MessageChannel();
    turns.port1.start();
    for (const data of stanzas) {
      await new Promise((resolve) => {
        turns.port1.addEventListener("message", resolve, { once: true });
        turns.port2.postMessage(null);
      });
      socket?.dispatchEvent(new MessageEvent("message", { data }));
    }
  };
  Object.defineProperty(window, "tapped", { value: { heard, receive } });
};
