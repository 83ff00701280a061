import type { Page, WebSocketRoute } from "playwright-core";
import { until } from "../../../backend/test/until.ts";

/** The page's connection to Prosody goes through our hands: the page can be made to receive what the real server would hold back. Reloads the page, which has to be out of a call. */
export const throughOurHands = async (page: Page) => {
  let route: WebSocketRoute | undefined;
  let received = 0;
  const heard: string[] = [];
  await page.routeWebSocket(/\/xmpp-websocket/, (ofPage) => {
    route = ofPage;
    const server = ofPage.connectToServer();
    // What the server never sent must not be acknowledged to it (XEP-0198).
    ofPage.onMessage((message) =>
      server.send(
        String(message).replace(
          /(<a [^>]*\bh=['"])(\d+)/,
          (_, start: string, count: string) => `${start}${Number(count) - received}`,
        ),
      ),
    );
    server.onMessage((message) => {
      heard.push(String(message));
      ofPage.send(message);
    });
  });
  await page.reload();
  return {
    receive: (stanza: string) => {
      received++;
      route?.send(stanza);
    },
    /** The address in the room of who has this name. */
    senderOf: async (name: string): Promise<string> => {
      let from: string | undefined;
      await until(`the address of ${name}`, async () => {
        const presence = heard.findLast((stanza) => stanza.startsWith("<presence") && stanza.includes(name));
        from = /\bfrom=['"]([^'"]+)/.exec(presence ?? "")?.[1];
        return from !== undefined;
      });
      return from!;
    },
  };
};
