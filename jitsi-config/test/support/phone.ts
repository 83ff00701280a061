import { randomUUID } from "node:crypto";
import { type Gateway, type Happening, startGateway } from "../../../appliance/lab/stand-ins/gateway.ts";
import { Counter } from "./counter.js";
import type { CommandAnswer, ProsodyOptions } from "./prosody.js";
import { Seen } from "./wait-for.js";
import { mucDomain } from "./xmpp-client.js";

/** The stand-in for the gateway answers it at once. */
export const atOnce = "+3291112220";
export const gatewayPassword = "a-password-of-the-gateway-42";

export interface PhoneGateway extends Gateway {
  happenings: Seen<Happening>;
  /** Until this has happened to a call to this number. */
  hasSeen: (is: Happening["is"], number: string) => Promise<Happening>;
}

/** A counter whose Prosody knows a gateway's account; its gateways are stand-ins (appliance/lab/stand-ins/gateway.ts). */
export class PhoneCounter {
  private readonly gateways: Gateway[] = [];
  private constructor(readonly counter: Counter) {}

  static async start({ env, ...options }: Partial<ProsodyOptions> = {}): Promise<PhoneCounter> {
    const withPhone = { PHONE_GATEWAY_PASSWORD: gatewayPassword, ...env };
    return new PhoneCounter(await Counter.start({ ...options, env: withPhone }));
  }

  async startGateway(stats: Record<string, string | number | boolean> = {}, lateMs = 2_000): Promise<PhoneGateway> {
    const happenings = new Seen<Happening>();
    const { port } = this.counter.prosody;
    const gateway = await startGateway({
      ...{ port, password: gatewayPassword, ringMs: 100, lingerMs: 100, lateMs },
      onHappened: (happening) => happenings.add(happening),
    });
    await gateway.say(stats);
    this.gateways.push(gateway);
    const hasSeen = (is: Happening["is"], number: string) =>
      happenings.first(`${number} ${is}`, (each) => each.is === is && each.number === number);
    return Object.assign(gateway, { happenings, hasSeen });
  }

  dial(room: string, to: string, call: string = randomUUID()): Promise<CommandAnswer> {
    return this.counter.prosody.command("dial", { room, call, to, user: interpreter(call) });
  }

  expect(room: string, call: string = randomUUID(), seconds = 60): Promise<CommandAnswer> {
    return this.counter.prosody.command("expect", { room, call, user: interpreter(call), seconds });
  }

  hangUp(room: string, call: string): Promise<CommandAnswer> {
    return this.counter.prosody.command("hangup", { room, call });
  }

  async stop(): Promise<void> {
    for (const gateway of this.gateways) await gateway.stop();
    await this.counter.stop();
  }
}

export const interpreter = (call: string) => ({ id: call, name: "Tarık Tolk", role: "interpreter" });

export const roomAddress = (room: string) => `${room}@${mucDomain}`;
