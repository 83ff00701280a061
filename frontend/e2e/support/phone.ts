import { randomUUID } from "node:crypto";
import { type Gateway, startGateway } from "../../../appliance/lab/stand-ins/gateway.ts";
import type { PhoneLeg } from "../../../appliance/lab/stand-ins/phone-leg.ts";
import { until } from "../../../backend/test/until.ts";
import { ask } from "./database.ts";
import { type Stage, setStage } from "./stage.ts";

const gatewayPassword = "a-password-of-the-gateway-of-stories";
/** As short as the setting may be: three do not answer in a story. */
const ringSeconds = 5;
/** Until whoever answers does: long enough that what the pages say meanwhile is seen, for a story looks twice a second. */
const ringMs = 1_500;

export interface PhoneStage {
  readonly stage: Stage;
  /** Numbers that were dialled, in order. */
  readonly dialled: readonly string[];
  /** Somebody's telephone, sent to a room by a voice menu. Rejects when the room lets it not in. */
  callIn: (room: string) => Promise<PhoneLeg>;
  /** Telephones in rooms now. */
  legs: () => number;
  untilLegs: (count: number) => Promise<void>;
  /** Only these are on the roster, in this order; what becomes of a call is in the number's last two digits (stand-ins/fate.ts). */
  setRoster: (...interpreters: readonly Interpreter[]) => Promise<void>;
}

/** What the voice menu of the town hall's telephone hears. */
export interface MenuAnswer {
  readonly status: number;
  /** The room it bridges to. */
  readonly room: string;
  readonly place?: string;
  readonly position?: number | null;
  readonly say?: string;
  readonly ticket?: string | null;
}

/** The voice menu asks, with the secret that it shares with us. */
export const asVoiceMenu =
  (stage: Stage, secret: string) =>
  async (path: string, body: object = {}): Promise<MenuAnswer> => {
    const answer = await fetch(`${stage.stack.publicUrl}/api/dial-in${path}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", Authorization: `Bearer ${secret}` },
      body: JSON.stringify(body),
    });
    const json = (await answer.json()) as Partial<MenuAnswer> & { headers?: Record<string, string> };
    return { ...json, status: answer.status, room: json.headers?.["X-Room-Name"] ?? "" };
  };

interface Interpreter {
  readonly name: string;
  readonly digits: string;
  readonly languages?: readonly string[];
  readonly customerCode?: string;
  /** In place of a number of ours. */
  readonly address?: string;
}

/** A stage with a telephone gateway, which is a stand-in: no telephone rings, and the leg has no sound. Call it inside `describe`. `settings`: more of them. */
export const setPhoneStage = (settings: Record<string, string> = {}): PhoneStage => {
  const stage = setStage({
    settings: async () => ({ SIP_URI: "balie@sip.example.org", PHONE_RING_SECONDS: String(ringSeconds), ...settings }),
    gatewayPassword,
  });
  const dialled: string[] = [];
  let gateway: Gateway;
  let made = 0;
  before(async () => {
    gateway = await startGateway({
      port: Number(new URL(stage.stack.prosodyUrl).port),
      password: gatewayPassword,
      ringMs,
      onHappened: ({ is, number }) => is === "dialled" && dialled.push(number),
    });
  });
  after(() => gateway?.stop());
  beforeEach(async () => {
    // What a red story left behind is not the next one's.
    await Promise.all([...gateway.legs].map((leg) => leg.hangUp()));
    dialled.splice(0);
  });
  return {
    stage,
    dialled,
    // The last digit connects it at once (stand-ins/fate.ts).
    callIn: (room) => gateway.callIn(room, "+32470123450"),
    legs: () => gateway.legs.size,
    untilLegs: async (count) =>
      void (await until(`${count} telephones in the rooms`, async () => gateway.legs.size === count)),
    setRoster: async (...interpreters) => {
      await ask(stage.stack, "update interpreter set is_active = false");
      for (const [rank, { name, digits, languages = ["tr"], customerCode = null, address }] of interpreters.entries())
        await ask(
          stage.stack,
          `insert into interpreter (id, name, languages, address, customer_code, rank, created_at)
           values ($1, $2, $3, $4, $5, $6, now())`,
          [
            randomUUID(),
            name,
            languages,
            address ?? `+3247000${String(made++).padStart(3, "0")}${digits}`,
            customerCode,
            rank + 1,
          ],
        );
    },
  };
};
