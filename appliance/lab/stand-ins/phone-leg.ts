// One telephone in one room, with a connection of its own: its resource is its name there. The called number's last digit says what
// becomes of it: …1 is busy, …2 is not answered, any other is answered once jicofo has offered the bridge.
import { randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { type Client, type Element, xml } from "@xmpp/client";
import { connect, muc } from "./serve-xmpp.ts";

interface Dialled {
  room: string;
  number: string;
  headers: Record<string, string>;
  password: string;
}

const JIGASI = "http://jitsi.org/protocol/jigasi";
const RAYO = "urn:xmpp:rayo:1";
const ringMs = 500;
/** How long a leg shows why it ended. Source: jigasi SipGatewaySession. */
const lingerMs = 5_000;

export async function startPhoneLeg(dialled: Dialled): Promise<{ occupant: string; end: Promise<void> }> {
  const resource = randomBytes(4).toString("hex");
  const occupant = `${dialled.room}/${resource}`;
  const xmpp = await connect({ username: "jigasi", password: dialled.password, resource });
  const ended = Promise.withResolvers<void>();
  let isOver = false;
  const end = async (reason?: string) => {
    if (isOver) return;
    isOver = true;
    if (reason) await tell(reason);
    if (reason) await pause(lingerMs);
    await xmpp.stop();
    ended.resolve();
  };
  const tell = (status: string, ...more: Element[]) =>
    xmpp.send(xml("presence", { to: occupant }, ...more, ...description(dialled), xml("status", {}, status)));
  // The telephone is called when the bridge is offered, not before.
  const ring = async () => {
    await pause(ringMs);
    if (isOver || dialled.number.endsWith("2")) return;
    await (dialled.number.endsWith("1") ? end("Busy Here") : tell("Connected"));
  };
  xmpp.iqCallee.set(RAYO, "hangup", () => {
    setImmediate(() => void end());
    return true;
  });
  xmpp.iqCallee.set("urn:xmpp:jingle:1", "jingle", ({ element }) => {
    if (element.attrs["action"] === "session-initiate") void ring().catch(() => undefined);
    return true;
  });
  const joined = entryOf(xmpp, occupant, () => void end());
  await tell("Initializing Call", muc());
  await joined;
  return { occupant, end: ended.promise };
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
  const told = { JigasiCallDirection: "out", ...headers };
  return [
    xml("nick", { xmlns: "http://jabber.org/protocol/nick" }, number),
    xml("features", {}, xml("feature", { var: JIGASI }), xml("feature", { var: "urn:xmpp:jingle:dtmf:0" })),
    xml(
      "initiator",
      { xmlns: JIGASI },
      ...Object.entries(told).map(([name, value]) => xml("header", { xmlns: RAYO, name, value })),
    ),
  ];
}
