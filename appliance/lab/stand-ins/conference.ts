// One room as jicofo runs it: whoever is in it is offered a call at the bridge's addresses, once there are enough.
import { randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { type Client, type Element, xml } from "@xmpp/client";
import type { Brewery } from "./brewery.ts";
import { buildOffer } from "./offer.ts";
import { muc, nickOf } from "./serve-xmpp.ts";

const COLIBRI = "jitsi:colibri2";
/** Source: jitsi-xmpp-extensions BridgeNotAvailablePacketExt. */
const NO_BRIDGE = "http://jitsi.org/jitmeet";
const MUC_USER = "http://jabber.org/protocol/muc#user";

/** Where the image includes what operators add. Source: docker-jitsi-meet jicofo/rootfs/defaults/jicofo.conf. */
const ownConfiguration = "/config/custom-jicofo.conf";
/** Two, unless our configuration says otherwise. Source: jicofo reference.conf, conference.min-participants. */
const fewest = Number(
  /min-participants\s*=\s*(\d+)/.exec(
    existsSync(ownConfiguration) ? readFileSync(ownConfiguration, "utf8") : "",
  )?.[1] ?? 2,
);

export interface Conference {
  enter: () => Promise<void>;
  leave: () => Promise<void>;
  see: (presence: Element) => void;
  inviteAll: () => void;
  isEmpty: () => boolean;
  roleOf: (nick: string) => string | undefined;
}

interface Occupant {
  role: string;
  isInvited: boolean;
}

export function startConference(xmpp: Client, room: string, bridges: Brewery): Conference {
  const occupants = new Map<string, Occupant>();
  const meeting = randomUUID();
  let lacksBridge = false;
  const entry = Promise.withResolvers<void>();
  const say = (...more: Element[]) => xmpp.send(xml("presence", { to: `${room}/focus` }, ...more));

  const see = (presence: Element) => {
    const { from = "", type } = presence.attrs;
    const nick = nickOf(from);
    if (nick === "focus") return type === "error" ? entry.reject(new Error(String(presence))) : entry.resolve();
    const role = presence.getChild("x", MUC_USER)?.getChild("item")?.attrs["role"];
    if (type === "unavailable") occupants.delete(nick);
    else if (role) occupants.set(nick, { role, isInvited: occupants.get(nick)?.isInvited ?? false });
    inviteAll();
  };

  const inviteAll = () => {
    if (occupants.size < fewest) return;
    for (const [nick, occupant] of occupants) {
      if (occupant.isInvited) continue;
      occupant.isInvited = true;
      void invite(nick, occupant).catch((fault: unknown) => console.error(`no offer: ${fault}`));
    }
  };

  const invite = async (nick: string, occupant: Occupant) => {
    const bridge = bridges.pick();
    const transport = bridge && (await allocate(xmpp, bridge, { room, meeting, nick }).catch(complain));
    if (!transport) occupant.isInvited = false;
    // Told in jicofo's own presence, until a bridge is there.
    if (lacksBridge !== !transport) await say(...(transport ? [] : [xml("bridgeNotAvailable", { xmlns: NO_BRIDGE })]));
    lacksBridge = !transport;
    if (!transport) return;
    await xmpp.iqCaller.request(xml("iq", { type: "set", to: `${room}/${nick}` }, buildOffer(transport)), 15_000);
  };

  return {
    enter: async () => {
      await say(muc());
      await entry.promise;
    },
    leave: () => xmpp.send(xml("presence", { to: `${room}/focus`, type: "unavailable" })),
    see,
    inviteAll,
    isEmpty: () => occupants.size === 0,
    roleOf: (nick) => occupants.get(nick)?.role,
  };
}

const complain = (fault: unknown): undefined => void console.error(`the bridge gives no place: ${fault}`);

/** Asks a bridge for a place for one person. Source: jitsi-xmpp-extensions colibri2/ConferenceModifyIQ.
    @returns the bridge's transport: names, password, fingerprint and addresses. */
async function allocate(
  xmpp: Client,
  bridge: string,
  { room, meeting, nick }: { room: string; meeting: string; nick: string },
): Promise<Element | undefined> {
  const endpoint = xml(
    "endpoint",
    { xmlns: COLIBRI, id: nick, create: "true" },
    xml("transport", { "ice-controlling": "true" }),
  );
  const question = xml("conference-modify", { xmlns: COLIBRI, "meeting-id": meeting, name: room }, endpoint);
  const answer = await xmpp.iqCaller.request(xml("iq", { type: "set", to: bridge }, question), 5_000);
  return answer
    .getChild("conference-modified", COLIBRI)
    ?.getChild("endpoint")
    ?.getChild("transport")
    ?.getChild("transport");
}
