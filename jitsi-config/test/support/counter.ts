import { randomBytes } from "node:crypto";
import { Backend } from "./backend.js";
import { Prosody, type ProsodyOptions } from "./prosody.js";
import { citizen, clerk, validToken } from "./tokens.js";
import { type ConnectOptions, XmppClient } from "./xmpp-client.js";

export const newRoom = () => `room-${randomBytes(6).toString("hex")}`;

/** A backend stand-in and a real Prosody that know each other, and the pages that connect to them. */
export class Counter {
  private readonly clients: XmppClient[] = [];
  private constructor(
    readonly backend: Backend,
    public prosody: Prosody,
    private readonly options: Partial<ProsodyOptions>,
  ) {}

  static async start(options: Partial<ProsodyOptions> = {}): Promise<Counter> {
    const counter = await Counter.startClosed(options);
    await counter.prosody.isOpen();
    return counter;
  }

  /** Without waiting for the backend's answer to "boot". */
  static async startClosed(options: Partial<ProsodyOptions> = {}, backend?: Backend): Promise<Counter> {
    const stand = backend ?? (await Backend.start());
    return new Counter(stand, await Prosody.start({ webhook: stand.url, ...options }), options);
  }

  async connect(token: string | undefined, options: Partial<ConnectOptions> = {}): Promise<XmppClient> {
    const client = await XmppClient.connect({ port: this.prosody.port, token, ...options });
    this.clients.push(client);
    return client;
  }

  connectAs(user: Record<string, unknown>, room: string, options?: Partial<ConnectOptions>): Promise<XmppClient> {
    return this.connect(validToken(room, user), options);
  }

  /** A clerk and a citizen in one room, each having seen the other. */
  async openCall(room = newRoom()) {
    const clerkPage = await this.connectAs(clerk, room);
    await clerkPage.join(room, "clerknick");
    const citizenPage = await this.connectAs(citizen, room);
    await citizenPage.join(room, "citizennick");
    await clerkPage.seesPresence("citizennick");
    await citizenPage.seesPresence("clerknick");
    return { room, clerkPage, citizenPage };
  }

  /** The backend has been told all that has happened so far. */
  async hasToldAll(): Promise<void> {
    const { boot, seq } = (await this.prosody.rooms()).body;
    await this.backend.accepted.first(`event ${seq}`, (event) => event.boot === boot && event.seq >= seq);
  }

  async restartProsody(): Promise<void> {
    await this.prosody.stop();
    this.prosody = await Prosody.start({ webhook: this.backend.url, ...this.options });
  }

  async stop(): Promise<void> {
    // Not awaited: Prosody 0.12 leaves a resumed websocket's closing handshake unanswered.
    for (const client of this.clients) void client.vanish();
    await this.prosody.stop();
    await this.backend.close();
  }
}
