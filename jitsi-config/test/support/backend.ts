import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Seen } from "./wait-for.js";

export interface ControlEvent {
  boot: string;
  seq: number;
  at: number;
  at_ms: number;
  event: string;
  room?: string;
  user?: string;
  occupant?: {
    nick: string;
    user?: string;
    role: string;
    affiliation: string;
    phone?: { call: string; direction: "out" | "in"; status?: string };
  };
  reason?: string;
  gap?: boolean;
}

export interface Answer {
  /** 0: the connection is ended without an answer. */
  status: number;
  body?: unknown;
}

export const nobodyRefused = { refused: [], ended: [] };

/** One event, or a list of several. */
async function readEvents(request: IncomingMessage): Promise<ControlEvent[]> {
  let body = "";
  for await (const chunk of request) body += chunk;
  return [JSON.parse(body)].flat();
}

/** Stands in for our backend: a real HTTP server that keeps what it accepted and answers as the test says. */
export class Backend {
  /** Events answered with 2xx, in the order they came. */
  readonly accepted = new Seen<ControlEvent>();
  /** Every event of every request, accepted or not. */
  readonly attempts = new Seen<ControlEvent & { authorization: string | undefined; together: number }>();
  /** What it says to an event. The first of several that is not to be accepted decides for all. */
  answer: (event: ControlEvent) => Answer | Promise<Answer> = () => ({ status: 200, body: nobodyRefused });
  /** How many connections were opened to it. */
  connections = 0;
  /** Whether a connection is kept open after an answer. */
  keepsOpen = true;
  private server = createServer();
  private port = 0;

  static async start(): Promise<Backend> {
    const backend = new Backend();
    await backend.open();
    return backend;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/internal/jitsi-events`;
  }

  /** Opens again on the same port after close(). */
  async open(): Promise<void> {
    this.server = createServer((request, response) => void this.receive(request, response));
    this.server.on("connection", () => {
      this.connections += 1;
    });
    await new Promise<void>((resolve) => this.server.listen(this.port, "127.0.0.1", resolve));
    this.port = (this.server.address() as AddressInfo).port;
  }

  /** Ends the connections on which nothing is asked, as a server does after a while. */
  endQuietConnections(): void {
    this.server.closeIdleConnections();
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const events = await readEvents(request);
    const { authorization } = request.headers;
    for (const event of events) this.attempts.add({ ...event, authorization, together: events.length });
    const { status, body } = await this.answerToAll(events);
    if (status === 0) return void request.socket.destroy();
    if (status < 300) for (const event of events) this.accepted.add(event);
    response.shouldKeepAlive &&= this.keepsOpen;
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body ?? {}));
  }

  private async answerToAll(events: ControlEvent[]): Promise<Answer> {
    let answer: Answer = { status: 200 };
    for (const event of events) {
      answer = await this.answer(event);
      if (answer.status < 200 || answer.status >= 300) break;
    }
    return answer;
  }

  /** The stories told of a room, as short lines: "joined clerk-1", "changed call-1 Connected", "left clerk-1 removed". */
  storyOf(room: string): string[] {
    return this.accepted.entries.filter((event) => event.room === room).map(toLine);
  }

  async hasTold(room: string, ...lines: string[]): Promise<void> {
    await this.accepted.until(`${lines.join(", ")} of ${room}`, () => {
      const story = this.storyOf(room);
      return lines.every((line) => story.includes(line));
    });
  }
}

const toLine = ({ event, user, occupant, reason }: ControlEvent) =>
  [event, user, occupant?.user, event !== "left" && occupant?.phone?.status, reason].filter(Boolean).join(" ");
