// One telephone in one room, with a connection of its own: its resource is its name there. What becomes of the call stands in fate.ts.
import { randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { type Client, type Element, xml } from "@xmpp/client";
import { type Fate, fateOf } from "./fate.ts";
import { type Account, connect, muc } from "./serve-xmpp.ts";

export interface Dialled {
  /** The room's address. */
  room: string;
  number: string;
  /** Who calls whom; what is said here of JigasiCallDirection ("out" without) holds. `silent`: it does not say that it is a telephone. */
  headers: Record<string, string> | "silent";
}

export interface Ringing {
  account: Omit<Account, "resource">;
  /** `offer`: when jicofo offers the bridge, as the real one. `itself`: where there is no jicofo. */
  begins: "offer" | "itself";
  ringMs: number;
  /** How long a leg shows why it ended. Source: jigasi SipGatewaySession. */
  lingerMs: number;
}

export interface PhoneLeg {
  /** Its address in the room. */
  occupant: string;
  number: string;
  /** @param more besides, in the same presence. */
  tell: (status: string, ...more: Element[]) => Promise<void>;
  hangUp: (reason?: string) => Promise<void>;
  /** Its connection breaks. */
  vanish: () => void;
  end: Promise<void>;
}

const JIGASI = "http://jitsi.org/protocol/jigasi";
const RAYO = "urn:xmpp:rayo:1";

/** Rejects when the room lets it not in. */
export async function startPhoneLeg(dialled: Dialled, ringing: Ringing): Promise<PhoneLeg> {
  const resource = randomBytes(4).toString("hex");
  const occupant = `${dialled.room}/${resource}`;
  const xmpp = await connect({ ...ringing.account, resource });
  let tellEnd = () => {};
  const end = new Promise<void>((resolve) => {
    tellEnd = resolve;
  });
  let isOver = false;
  const hangUp = async (reason?: string) => {
    if (isOver) return;
    isOver = true;
    if (reason) await present(reason).catch(() => undefined);
    if (reason) await pause(ringing.lingerMs);
    await leave().catch(() => undefined);
    await xmpp.stop().catch(() => undefined);
    tellEnd();
  };
  const vanish = () => {
    isOver = true;
    if (xmpp.socket?.destroy) xmpp.socket.destroy();
    else xmpp.socket?.end();
    tellEnd();
  };
  const present = (status: string, ...more: Element[]) =>
    xmpp.send(xml("presence", { to: occupant }, ...more, ...description(dialled), xml("status", {}, status)));
  const leave = () => xmpp.send(xml("presence", { to: occupant, type: "unavailable" }, ...description(dialled)));
  const ring = async (fate: Fate) => {
    await pause(fate.isAtOnce ? 0 : ringing.ringMs);
    if (isOver || fate.is === "unanswered") return;
    if (fate.is === "busy") return hangUp("Busy Here");
    await present("Connected");
    if (fate.is === "answered") return;
    await pause((fate.seconds ?? 0) * 1_000);
    await (fate.is === "hangs_up" ? hangUp() : vanish());
  };
  const begin = () => void ring(fateOf(dialled.number)).catch(() => undefined);
  xmpp.iqCallee.set(RAYO, "hangup", () => {
    setImmediate(() => void hangUp());
    return true;
  });
  xmpp.iqCallee.set("urn:xmpp:jingle:1", "jingle", ({ element }) => {
    if (element.attrs["action"] === "session-initiate" && ringing.begins === "offer") begin();
    return true;
  });
  const joined = entryOf(xmpp, occupant, () => void hangUp());
  await present("Initializing Call", muc());
  try {
    await joined;
  } catch (fault) {
    await hangUp();
    throw fault;
  }
  if (ringing.begins === "itself") begin();
  return { occupant, number: dialled.number, tell: present, hangUp, vanish, end };
}

/** @param onGone put out, or the room was ended. */
function entryOf(xmpp: Client, occupant: string, onGone: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    xmpp.on("disconnect", onGone);
    xmpp.on("stanza", (stanza) => {
      if (!stanza.is("presence") || stanza.attrs["from"] !== occupant) return;
      if (stanza.attrs["type"] === "error") reject(new Error(String(stanza)));
      else if (stanza.attrs["type"] === "unavailable") onGone();
      else resolve();
    });
  });
}

/** Who calls whom, and what it can do. Source: jigasi JvbConference.java. */
function description({ number, headers }: Dialled): Element[] {
  const name = xml("nick", { xmlns: "http://jabber.org/protocol/nick" }, number);
  if (headers === "silent") return [name];
  const told = { JigasiCallDirection: "out", ...headers };
  return [
    name,
    xml("stats-id", {}, number),
    xml("features", {}, xml("feature", { var: JIGASI }), xml("feature", { var: "urn:xmpp:jingle:dtmf:0" })),
    xml(
      "initiator",
      { xmlns: JIGASI },
      ...Object.entries(told).map(([name, value]) => xml("header", { xmlns: RAYO, name, value })),
    ),
  ];
}
