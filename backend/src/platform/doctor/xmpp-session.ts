import { randomBytes } from "node:crypto";
import { createElement, type Element, parse } from "ltx";
import WebSocket from "ws";

const framing = "urn:ietf:params:xml:ns:xmpp-framing";
const sasl = "urn:ietf:params:xml:ns:xmpp-sasl";
const bind = "urn:ietf:params:xml:ns:xmpp-bind";
const stanzaErrors = "urn:ietf:params:xml:ns:xmpp-stanzas";

type Entrance = { address: string; domain: string; token: string };

export type XmppSession = {
  /** Sends a request and resolves with its answer, which may be of type "error". */
  ask: (to: string, type: "get" | "set", payload: Element) => Promise<Element>;
  /** Asks to enter a room; resolves with the own presence, or with the refusal, of type "error". */
  join: (room: string, nick: string) => Promise<Element>;
  leave: (room: string, nick: string) => void;
  /** The first stanza that fits, come before or later; undefined when there is none by then. */
  hear: (fits: (stanza: Element) => boolean, limitMs: number) => Promise<Element | undefined>;
  close: () => void;
};
export type Entry =
  | { outcome: "let_in"; session: XmppSession }
  | { outcome: "refused"; condition: string; text: string }
  | { outcome: "not_reached"; failure: unknown };

/** As much of XMPP over WebSocket (RFC 7395) as a call page uses: in by token, join, be offered a call. */
export async function openXmppSession({ address, domain, token }: Entrance): Promise<Entry> {
  const socket = new WebSocket(`${address}?token=${token}`, "xmpp", {
    handshakeTimeout: 6_000,
    followRedirects: false,
  });
  const wire = createWire(socket);
  try {
    await opened(socket);
    await openStream(wire, domain);
    wire.send(createElement("auth", { xmlns: sasl, mechanism: "ANONYMOUS" }));
    const answer = await wire.need(({ name }) => name === "success" || name === "failure");
    if (answer.name === "failure") {
      socket.close();
      return { outcome: "refused", condition: conditionIn(answer), text: answer.getChildText("text") ?? "" };
    }
    wire.forget();
    await openStream(wire, domain);
    await ask(wire, "", "set", createElement("bind", { xmlns: bind }));
  } catch (failure) {
    socket.terminate();
    return { outcome: "not_reached", failure };
  }
  return { outcome: "let_in", session: sessionOf(wire, socket) };
}

export const conditionIn = (element: Element | undefined): string =>
  element?.getChildElements().find(({ name }) => name !== "text")?.name ?? "";

type Wire = {
  send: (element: Element) => void;
  hear: XmppSession["hear"];
  /** As hear, and a failure when nothing comes. */
  need: (fits: (element: Element) => boolean) => Promise<Element>;
  forget: () => void;
};

function createWire(socket: WebSocket): Wire {
  const heard: Element[] = [];
  const watchers = new Set<() => void>();
  const send = (element: Element) => socket.send(element.toString());
  socket.on("message", (text) => {
    const element = parse(String(text));
    if (isRequest(element)) send(answerTo(element));
    heard.push(element);
    for (const watch of [...watchers]) watch();
  });
  const hear: Wire["hear"] = (fits, limitMs) =>
    new Promise((resolve) => {
      const timer = setTimeout(() => settle(undefined), limitMs);
      const settle = (found: Element | undefined) => {
        clearTimeout(timer);
        watchers.delete(watch);
        resolve(found);
      };
      const watch = () => {
        const found = heard.find(fits);
        if (found) settle(found);
      };
      watchers.add(watch);
      watch();
    });
  return {
    send,
    hear,
    need: async (fits) => {
      const found = await hear(fits, 6_000);
      if (!found) throw Object.assign(new Error("Prosody does not go on"), { code: "ETIMEDOUT" });
      return found;
    },
    forget: () => void heard.splice(0),
  };
}

const opened = (socket: WebSocket) =>
  new Promise<void>((resolve, reject) => {
    socket.once("open", () => resolve());
    socket.on("error", reject);
  });

async function openStream(wire: Wire, domain: string) {
  wire.send(createElement("open", { xmlns: framing, to: domain, version: "1.0" }));
  await wire.need(({ name }) => name === "stream:features");
}

const isRequest = ({ name, attrs }: Element) => name === "iq" && (attrs["type"] === "get" || attrs["type"] === "set");

/** jicofo asks what a page can do and waits for an answer; with none it takes the usual for granted. An offer is received, no more. */
function answerTo(request: Element): Element {
  const { id, from } = request.attrs;
  if (isOffer(request)) return createElement("iq", { xmlns: "jabber:client", type: "result", id, to: from });
  const error = createElement(
    "error",
    { type: "cancel" },
    createElement("service-unavailable", { xmlns: stanzaErrors }),
  );
  return createElement("iq", { xmlns: "jabber:client", type: "error", id, to: from }, error);
}

export const isOffer = (stanza: Element) => stanza.getChild("jingle")?.attrs["action"] === "session-initiate";

function ask(wire: Wire, to: string, type: "get" | "set", payload: Element): Promise<Element> {
  const id = randomBytes(6).toString("hex");
  wire.send(createElement("iq", { xmlns: "jabber:client", type, id, ...(to ? { to } : {}) }, payload));
  return wire.need(({ name, attrs }) => name === "iq" && attrs["id"] === id);
}

function sessionOf(wire: Wire, socket: WebSocket): XmppSession {
  const presence = (to: string, attributes: Record<string, string>, ...children: Element[]) =>
    wire.send(createElement("presence", { xmlns: "jabber:client", to, ...attributes }, ...children));
  return {
    ask: (to, type, payload) => ask(wire, to, type, payload),
    join: (room, nick) => {
      presence(`${room}/${nick}`, {}, createElement("x", { xmlns: "http://jabber.org/protocol/muc" }));
      return wire.need((stanza) => stanza.name === "presence" && stanza.attrs["from"] === `${room}/${nick}`);
    },
    leave: (room, nick) => presence(`${room}/${nick}`, { type: "unavailable" }),
    hear: wire.hear,
    close: () => {
      wire.send(createElement("close", { xmlns: framing }));
      socket.close();
    },
  };
}
