// The telephone gateway, without a telephone: waits in the brewery, answers dials as jigasi does, and has a leg in the room for each call.
// The lab runs it beside jicofo (jigasi.ts); tests run it in their own process beside a Prosody of the embedded mode (startGateway).
import { randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { type Client, type Element, xml } from "@xmpp/client";
import { gatewayFateOf } from "./fate.ts";
import { type Dialled, type PhoneLeg, type Ringing, startPhoneLeg } from "./phone-leg.ts";
import { announce, connect, refusal, roomOf } from "./serve-xmpp.ts";

const RAYO = "urn:xmpp:rayo:1";

export interface GatewayOptions extends Ringing {
  /** The room where gateways wait. */
  brewery: string;
  /** How late a late answer comes. */
  lateMs: number;
  /** Whatever happens, in the order in which it does: for a test to wait for. */
  onHappened?: (happening: Happening) => void;
}

/** `turned_away`: the room let the leg not in. */
export interface Happening {
  is: "dialled" | "joined" | "turned_away" | "ended";
  number: string;
  room: string;
  /** Of `dialled`: what was given along. */
  headers?: Record<string, string>;
}

export interface Gateway {
  legs: ReadonlySet<PhoneLeg>;
  /** Tells the others in the brewery how it does (`graceful_shutdown`, `stress_level` and the like), until they know. */
  say: (stats: Record<string, string | number | boolean>) => Promise<void>;
  /** Somebody calls in, from a telephone; `silent`: without saying that it is one. Rejects when the room lets them not in. */
  callIn: (room: string, number: string, headers?: Record<string, string> | "silent") => Promise<PhoneLeg>;
  stop: () => Promise<void>;
}

/** For a Prosody of the embedded mode that was given PHONE_GATEWAY_PASSWORD: each number's fate is in fate.ts. */
export async function startGateway(given: {
  /** Prosody's HTTP port on the loopback interface. */
  port: number;
  password: string;
  username?: string;
  domain?: string;
  ringMs?: number;
  lingerMs?: number;
  lateMs?: number;
  onHappened?: (happening: Happening) => void;
}): Promise<Gateway> {
  const {
    port,
    password,
    username = "jigasi",
    domain = "meet.localhost",
    ringMs = 300,
    lingerMs = 200,
    lateMs = 15_000,
    onHappened,
  } = given;
  const service = `ws://127.0.0.1:${port}/xmpp-websocket`;
  const account = { service, domain: `auth.${domain}`, username, password };
  const resource = randomBytes(4).toString("hex");
  const xmpp = await connect({ ...account, resource });
  const brewery = `jigasibrewery@internal-muc.${domain}`;
  const gateway = serveDials(xmpp, resource, {
    ...{ account, brewery, begins: "itself" as const, ringMs, lingerMs, lateMs },
    ...(onHappened ? { onHappened } : {}),
  });
  await gateway.say({});
  return gateway;
}

/** Answers dials on a connection that is logged in. Whoever calls it tells the others that it is there, with say. */
export function serveDials(xmpp: Client, nick: string, options: GatewayOptions): Gateway {
  const legs = new Set<PhoneLeg>();
  let said: Record<string, string | number | boolean> = {};
  const start = async (dialled: Dialled) => {
    const happened = (is: Happening["is"]) =>
      options.onHappened?.({ is, number: dialled.number, room: roomOf(dialled.room).split("@")[0] ?? "" });
    try {
      const leg = await startPhoneLeg(dialled, options);
      legs.add(leg);
      happened("joined");
      void leg.end.then(() => {
        legs.delete(leg);
        happened("ended");
      });
      return leg;
    } catch (fault) {
      happened("turned_away");
      throw fault;
    }
  };
  xmpp.iqCallee.set(RAYO, "dial", async ({ from, element }) => {
    if (roomOf(String(from)) !== options.brewery) return refusal("auth", "not-allowed");
    const dialled = readDial(element);
    const { number, headers } = dialled;
    options.onHappened?.({ is: "dialled", number, room: dialled.room.split("@")[0] ?? "", headers });
    const fate = gatewayFateOf(dialled.number);
    if (fate === "silence") return new Promise(() => {});
    if (fate === "error") return refusal("cancel", "internal-server-error");
    if (fate === "late") await pause(options.lateMs);
    const leg = await start(dialled).catch(
      (fault: unknown) => void console.error(`no telephone in the room: ${fault}`),
    );
    if (!leg) return refusal("cancel", "internal-server-error");
    const occupant = fate === "wrong_reference" ? `${dialled.room}/nobody` : leg.occupant;
    return xml("ref", { xmlns: RAYO, uri: `xmpp:${occupant}` });
  });
  const shown: (() => void)[] = [];
  xmpp.on("stanza", (stanza) => {
    if (stanza.is("presence") && stanza.attrs["from"] === `${options.brewery}/${nick}`) shown.shift()?.();
  });
  const say = async (stats: typeof said) => {
    said = { ...said, ...stats };
    const isShown = new Promise<void>((resolve) => shown.push(resolve));
    await announce(xmpp, `${options.brewery}/${nick}`, {
      ...{ supports_sip: true, supports_transcription: false, graceful_shutdown: false },
      ...{ participants: legs.size, stress_level: legs.size / 100 },
      ...said,
    });
    await isShown;
  };
  const repetition = setInterval(() => void say({}).catch(() => undefined), 5_000);
  repetition.unref();
  xmpp.on("disconnect", () => clearInterval(repetition));
  return {
    legs,
    say,
    callIn: (room, number, headers) => start({ room, number, headers: headers ?? { JigasiCallDirection: "in" } }),
    stop: async () => {
      clearInterval(repetition);
      await Promise.all([...legs].map((leg) => leg.hangUp()));
      await xmpp.stop().catch(() => undefined);
    },
  };
}

function readDial(asked: Element): Dialled & { headers: Record<string, string> } {
  const headers = Object.fromEntries(
    asked.getChildren("header").map(({ attrs }) => [attrs["name"] ?? "", attrs["value"] ?? ""]),
  );
  const { JvbRoomName: room = "", JvbRoomPassword: _, ...others } = headers;
  return { room, number: asked.attrs["to"] ?? "", headers: others };
}
