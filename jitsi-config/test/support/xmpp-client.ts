import { randomBytes } from "node:crypto";
import { Seen } from "./wait-for.js";
import { escapeXml, find, parseXml, type XmlElement } from "./xml.js";

export const domain = "meet.localhost";
export const mucDomain = "muc.meet.localhost";

const framing = "urn:ietf:params:xml:ns:xmpp-framing";
const sasl = "urn:ietf:params:xml:ns:xmpp-sasl";
const streamManagement = "urn:xmpp:sm:3";

export interface ConnectOptions {
  port: number;
  token?: string | undefined;
  /** The address of the page that connects, as a browser tells it. */
  origin?: string;
  /** A page whose connection broke, to go on as. */
  lost?: XmppClient;
  /** With lost: ask to resume the stream, or just log in under its name. */
  resumes?: boolean;
  resumable?: boolean;
}

/** What the server answered instead of yes. */
export class Refused extends Error {
  constructor(
    readonly type: string,
    readonly condition: string,
    readonly text: string,
  ) {
    super(`${type}/${condition} ${text}`);
  }
}

function refusalIn(stanza: XmlElement): Refused {
  const error = find(stanza, "error");
  const condition = error?.children.find((child) => child.name !== "text");
  return new Refused(error?.attributes.type ?? "", condition?.name ?? "", find(error, "text")?.text ?? "");
}

/** As much of XMPP over WebSocket (RFC 7395) as a counter page uses. */
export class XmppClient {
  readonly stanzas = new Seen<XmlElement>();
  jid = "";
  streamId = "";
  private handled = 0;
  private readonly closed: Promise<void>;

  private constructor(private readonly socket: WebSocket) {
    this.closed = new Promise((resolve) => socket.addEventListener("close", () => resolve()));
    socket.addEventListener("message", ({ data }) => {
      const stanza = parseXml(String(data));
      if (["iq", "message", "presence"].includes(stanza.name)) this.handled += 1;
      if (stanza.name === "r") this.send(`<a xmlns='${streamManagement}' h='${this.handled}'/>`);
      this.stanzas.add(stanza);
    });
  }

  static async connect(options: ConnectOptions): Promise<XmppClient> {
    const query = new URLSearchParams();
    if (options.token !== undefined) query.set("token", options.token);
    if (options.lost) query.set("previd", options.lost.streamId);
    const address = `ws://127.0.0.1:${options.port}/xmpp-websocket?${query}`;
    // Node's WebSocket takes headers, which the browser types do not know.
    const init = { protocols: ["xmpp"], headers: options.origin ? { origin: options.origin } : {} };
    const socket = new WebSocket(address, init as unknown as string[]);
    const client = new XmppClient(socket);
    await new Promise<void>((resolve, reject) => {
      socket.addEventListener("open", () => resolve());
      socket.addEventListener("error", () => reject(new Error("websocket failed")));
    });
    await client.logIn();
    if (options.lost && options.resumes !== false) await client.resume(options.lost);
    else await client.bind(options.resumable ?? false);
    return client;
  }

  send(xml: string): void {
    this.socket.send(xml);
  }

  private async openStream(): Promise<void> {
    const before = this.count("stream:features");
    this.send(`<open xmlns='${framing}' to='${domain}' version='1.0'/>`);
    await this.stanzas.until("stream features", () => this.count("stream:features") > before);
  }

  private count(name: string): number {
    return this.stanzas.entries.filter((stanza) => stanza.name === name).length;
  }

  private async logIn(): Promise<void> {
    await this.openStream();
    this.send(`<auth xmlns='${sasl}' mechanism='ANONYMOUS'/>`);
    const answer = await this.stanzas.first("login", ({ name }) => name === "success" || name === "failure");
    if (answer.name === "failure") {
      await this.hangUp();
      const condition = answer.children.find((child) => child.name !== "text");
      throw new Refused("sasl", condition?.name ?? "", find(answer, "text")?.text ?? "");
    }
    await this.openStream();
  }

  private async bind(resumable: boolean): Promise<void> {
    const result = await this.iq("set", "", "<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/>");
    this.jid = find(result, "bind", "jid")?.text ?? "";
    if (!resumable) return;
    this.handled = 0;
    this.send(`<enable xmlns='${streamManagement}' resume='true'/>`);
    const enabled = await this.stanzas.first("stream management", ({ name }) => name === "enabled");
    this.streamId = enabled.attributes.id ?? "";
  }

  private async resume({ handled, streamId }: XmppClient): Promise<void> {
    this.handled = handled;
    this.send(`<resume xmlns='${streamManagement}' h='${handled}' previd='${streamId}'/>`);
    const answer = await this.stanzas.first("resumption", ({ name }) => name === "resumed" || name === "failed");
    if (answer.name === "failed") throw new Refused("resume", answer.children[0]?.name ?? "", "");
  }

  /** Sends a request and resolves with its result, or rejects with the error. */
  async iq(type: "get" | "set", to: string, payload: string): Promise<XmlElement> {
    const id = randomBytes(4).toString("hex");
    this.send(`<iq xmlns='jabber:client' type='${type}' id='${id}'${to && ` to='${to}'`}>${payload}</iq>`);
    const answer = await this.stanzas.first(`answer to ${payload}`, (stanza) => {
      return stanza.name === "iq" && stanza.attributes.id === id;
    });
    if (answer.attributes.type === "error") throw refusalIn(answer);
    return answer;
  }

  /** Joins and resolves with the own presence as the room broadcasts it, or rejects with the room's refusal. */
  async join(room: string, nick: string, payload = ""): Promise<XmlElement> {
    const from = `${room}@${mucDomain}/${nick}`;
    const known = this.stanzas.entries.length;
    this.presence(room, nick, `<x xmlns='http://jabber.org/protocol/muc'/>${payload}`);
    const isAnswer = (stanza: XmlElement) =>
      stanza.name === "presence" && stanza.attributes.from === from && (isOwnPresence(stanza) || isError(stanza));
    await this.stanzas.until(`answer to joining ${room}`, (stanzas) => stanzas.slice(known).some(isAnswer));
    const answer = this.stanzas.entries.slice(known).find(isAnswer)!;
    if (isError(answer)) throw refusalIn(answer);
    return answer;
  }

  presence(room: string, nick: string, payload: string, type = ""): void {
    const address = `${room}@${mucDomain}/${nick}`;
    this.send(`<presence xmlns='jabber:client' to='${address}'${type && ` type='${type}'`}>${payload}</presence>`);
  }

  message(room: string, text: string, payload = ""): void {
    const to = `${room}@${mucDomain}`;
    const body = `<body>${escapeXml(text)}</body>`;
    this.send(`<message xmlns='jabber:client' type='groupchat' to='${to}'>${body}${payload}</message>`);
  }

  /** Another occupant's latest presence that fits, seen before or later. */
  seesPresence(nick: string, fits: (stanza: XmlElement) => boolean = () => true): Promise<XmlElement> {
    return this.stanzas.first(`presence of ${nick}`, (stanza) => {
      return stanza.name === "presence" && stanza.attributes.from?.endsWith(`/${nick}`) === true && fits(stanza);
    });
  }

  /** Closes the stream as a page does that hangs up. */
  async hangUp(): Promise<void> {
    if (this.socket.readyState !== WebSocket.OPEN) return;
    this.send(`<close xmlns='${framing}'/>`);
    await this.stanzas.first("end of stream", ({ name }) => name === "close");
    this.socket.close();
    await this.closed;
  }

  /** Ends the connection without a word, as a closed tab or a failing network does. */
  async vanish(): Promise<void> {
    this.socket.close();
    await this.closed;
  }
}

export const isError = (stanza: XmlElement) => stanza.attributes.type === "error";

export const isUnavailable = (stanza: XmlElement) => stanza.attributes.type === "unavailable";

export const statusCodes = (stanza: XmlElement) =>
  (find(stanza, "x")?.children ?? []).filter(({ name }) => name === "status").map(({ attributes }) => attributes.code);

const isOwnPresence = (stanza: XmlElement) => !isUnavailable(stanza) && statusCodes(stanza).includes("110");
