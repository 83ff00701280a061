/// <reference path="./xmpp-client.d.ts" />
// How the stand-ins for Jitsi's services talk to Prosody.
import { setTimeout as pause } from "node:timers/promises";
import { type Client, client, type Element, xml } from "@xmpp/client";

export interface Account {
  username: string;
  password: string;
  resource: string;
  /** Where and for whom, when not for the lab's own Prosody: "ws://127.0.0.1:5280/xmpp-websocket" and its domain. */
  service?: string;
  domain?: string;
}

export const MUC_DOMAIN = "muc.meet.jitsi";
export const breweryOf = (kind: "jvb" | "jigasi"): string => `${kind}brewery@internal-muc.meet.jitsi`;

/** Logs in, works until the connection ends, and logs in again: with what it knew forgotten, as on the other side. */
export async function serveXmpp(account: Account, begin: (xmpp: Client) => Promise<void>): Promise<never> {
  for (;;) {
    const xmpp = connection(account);
    const end = new Promise<void>((resolve) => xmpp.on("disconnect", resolve));
    try {
      await xmpp.start();
      console.log(`${account.username} is logged in`);
      await begin(xmpp);
      await end;
      console.log(`${account.username} lost its connection`);
    } catch (fault) {
      console.error(`${account.username}: ${fault}`);
    }
    await xmpp.stop().catch(() => undefined);
    await pause(1_000);
  }
}

export async function connect(account: Account): Promise<Client> {
  const xmpp = connection(account);
  await xmpp.start();
  return xmpp;
}

/** Of another server, for a bridge that runs elsewhere. */
const { XMPP_SERVER = "xmpp.meet.jitsi", XMPP_PORT = "5222" } = process.env;

function connection(account: Account): Client {
  const xmpp = client({ service: `xmpp://${XMPP_SERVER}:${XMPP_PORT}`, domain: "auth.meet.jitsi", ...account });
  xmpp.reconnect.stop();
  // Version 0.14 resets the counter of its stream management late, and Prosody then drops the connection: it goes without.
  xmpp.prependListener("element", (element) => {
    if (element.name !== "stream:features") return;
    element.children = element.children.filter(
      (one) => typeof one === "string" || one.attrs["xmlns"] !== "urn:xmpp:sm:3",
    );
  });
  xmpp.on("error", (fault) => console.error(`${account.username}: ${fault}`));
  return xmpp;
}

export const muc = (): Element => xml("x", { xmlns: "http://jabber.org/protocol/muc" });

export const refusal = (type: string, condition: string): Element =>
  xml("error", { type }, xml(condition, { xmlns: "urn:ietf:params:xml:ns:xmpp-stanzas" }));

export const roomOf = (address: string): string => address.split("/")[0] ?? "";
export const nickOf = (address: string): string => address.split("/")[1] ?? "";

/** Tells the others in a brewery how this instance does; each time anew, as the real ones do. */
export const announce = (xmpp: Client, occupant: string, stats: Record<string, string | number | boolean>) =>
  xmpp.send(
    xml(
      "presence",
      { to: occupant },
      muc(),
      xml(
        "stats",
        { xmlns: "http://jitsi.org/protocol/colibri" },
        ...Object.entries(stats).map(([name, value]) => xml("stat", { name, value: String(value) })),
      ),
    ),
  );

export function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is missing`);
  return value;
}
