// Somebody in a room of Prosody, as far as the page's library gets before there is media.
import { randomBytes } from "node:crypto";
import { SignJWT } from "jose";
import { createElement, type Element } from "ltx";
import { conditionIn, isOffer, openXmppSession } from "../../../backend/src/platform/doctor/xmpp-session.ts";
import { addressOf, secret } from "./site.ts";

const RAYO = "urn:xmpp:rayo:1";
const FOCUS = "http://jitsi.org/protocol/focus";
const MUC_USER = "http://jabber.org/protocol/muc#user";

export interface Claims {
  moderator?: boolean;
  features?: Record<string, boolean>;
}

export type Person = Awaited<ReturnType<typeof openPerson>>;

export async function openPerson(name: string, { moderator, features = {} }: Claims = {}) {
  const room = `${name}@muc.meet.jitsi`;
  const user = { id: randomBytes(4).toString("hex"), name: "Els", ...(moderator ? { moderator } : {}) };
  const token = await mint({ room: name, context: { user, features } });
  const address = `ws://${await addressOf("prosody")}:5280/xmpp-websocket`;
  const entry = await openXmppSession({ address, domain: "meet.jitsi", token });
  if (entry.outcome !== "let_in") throw new Error(`not let in: ${JSON.stringify(entry)}`);
  const { session } = entry;
  const occupant = (stanza: Element) => stanza.name === "presence" && stanza.attrs["from"]?.startsWith(`${room}/`);
  return {
    close: () => session.close(),
    /** Whether jicofo says that the room is there. */
    askForRoom: async () => {
      const question = createElement("conference", { xmlns: FOCUS, room, "machine-uid": user.id });
      const answer = await session.ask("focus.meet.jitsi", "set", question);
      return answer.getChild("conference")?.attrs["ready"] === "true";
    },
    join: async () => {
      const presence = await session.join(room, user.id);
      return presence.getChild("x", MUC_USER)?.getChild("item")?.attrs as Record<string, string> | undefined;
    },
    offer: () => session.hear((stanza) => stanza.attrs["from"] === `${room}/focus` && isOffer(stanza), 10_000),
    /** Tries to have a telephone called past the backend. @returns why it is not. */
    dial: async (number: string): Promise<string | undefined> => {
      const header = createElement("header", { name: "JvbRoomName", value: room });
      const answer = await session.ask(
        `${room}/focus`,
        "set",
        createElement("dial", { xmlns: RAYO, from: "fromnumber", to: number }, header),
      );
      const error = answer.getChild("error");
      return error ? conditionIn(error) : undefined;
    },
    /** The first presence of a telephone that says this. */
    hearOf: (leg: string, status: string) =>
      session.hear(
        (stanza) => occupant(stanza) && stanza.attrs["from"] === leg && stanza.getChildText("status") === status,
        10_000,
      ),
    hearEndOf: (leg: string) =>
      session.hear(
        (stanza) => occupant(stanza) && stanza.attrs["from"] === leg && stanza.attrs["type"] === "unavailable",
        10_000,
      ),
  };
}

/** Whether two who come into a room of their own are offered a call: token, Prosody, jicofo and bridge know each other. */
export async function isCallOffered(): Promise<boolean> {
  const room = `__lab-${randomBytes(16).toString("hex")}`;
  const people = [await openPerson(room), await openPerson(room, { moderator: true })];
  try {
    if (!(await people[0]!.askForRoom())) return false;
    for (const person of people) await person.join();
    return (await Promise.all(people.map((person) => person.offer()))).every(Boolean);
  } finally {
    for (const person of people) person.close();
  }
}

const mint = (claims: Record<string, unknown>): Promise<string> =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .setIssuer("balie")
    .setAudience("jitsi")
    .setSubject("meet.jitsi")
    .setIssuedAt()
    .setExpirationTime("3 minutes")
    .sign(new TextEncoder().encode(secret("jitsi_app_secret")));
