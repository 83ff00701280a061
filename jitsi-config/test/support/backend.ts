import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Seen } from "./wait-for.js";

export interface ControlEvent {
  boot: string;
  seq: number;
  at: number;
  event: string;
  room?: string;
  occupant?: { nick: string; user?: string; role: string; affiliation: string };
  reason?: string;
  gap?: boolean;
}

export interface Answer {
  status: number;
  body?: unknown;
}

export const nobodyRefused = { refused: [], ended: [] };

async function readJson(request: IncomingMessage): Promise<ControlEvent> {
  let body = "";
  for await (const chunk of request) body += chunk;
  return JSON.parse(body);
}

/** Stands in for our backend: a real HTTP server that keeps what it accepted and answers as the test says. */
export class Backend {
  /** Events answered with 2xx, in the order they came. */
  readonly accepted = new Seen<ControlEvent>();
  /** Every request, accepted or not. */
  readonly attempts = new Seen<ControlEvent & { authorization: string | undefined }>();
  answer: (event: ControlEvent) => Answer | Promise<Answer> = () => ({ status: 200, body: nobodyRefused });
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
    await new Promise<void>((resolve) => this.server.listen(this.port, "127.0.0.1", resolve));
    this.port = (this.server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const event = await readJson(request);
    this.attempts.add({ ...event, authorization: request.headers.authorization });
    const { status, body } = await this.answer(event);
    if (status < 300) this.accepted.add(event);
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body ?? {}));
  }

  /** The stories told of a room, as short lines: "joined clerk-1", "left clerk-1 removed". */
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

const toLine = ({ event, occupant, reason }: ControlEvent) => [event, occupant?.user, reason].filter(Boolean).join(" ");
