import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

/** What becomes of whoever is dialled at an address. `silent`: the gateway gives no word in time, and its leg comes all the same, too late. `passes`: answers and hangs
    up before the gateway gives its word. */
export type Fate = "answers" | "passes" | "rings" | "busy" | "declines" | "refused" | "silent" | "no_gateway";
type Leg = { call: string; nick: string; user: string; status?: string };
type RoomEvent = Record<string, unknown>;
/** A telephone that was made to ring, until its leg was gone. */
export type Ring = {
  call: string;
  to: string;
  room: string;
  from: number;
  connectedAt: number | null;
  until: number | null;
};

export type ProsodyStandIn = Awaited<ReturnType<typeof startProsodyStandIn>>;
type Settings = { secret: string; webhook: string; silenceMs?: number };

/** Stand-in for Prosody with our module and one telephone gateway, seen from the backend: commands and events as jitsi-config/README.md has them, events in order, those that wait together, repeated until they
    are accepted. It has rooms with telephones in them, and browsers that are told to be there. */
export async function startProsodyStandIn({ secret, webhook, silenceMs = 300 }: Settings) {
  let boot = randomUUID();
  let seq = 0;
  let isBackendAway = false;
  let isAway = false;
  let missed = 0;
  let isStopped = false;
  let hasLostAnswers = false;
  let answerAfterMs = 20;
  const queue: RoomEvent[] = [];
  const rooms = new Map<string, Map<string, Leg>>();
  const browsers = new Map<string, Set<string>>();
  const dials = new Map<string, Promise<[number, object]>>();
  /** Calls that are never dialled again, and whose legs stay outside. */
  const shut = new Set<string>();
  const fates = new Map<string, Fate>();
  const rings: Ring[] = [];
  const commands: { command: string; body: any; at: number }[] = [];

  const deliver = async () => {
    while (!isStopped) {
      const events = queue.slice(0, queue[0]?.event === "boot" ? 1 : 50);
      if (!events[0] || isBackendAway) {
        await pause(5);
        continue;
      }
      const answer = await fetch(webhook, {
        method: "POST",
        headers: { Authorization: `Bearer ${secret}`, "Content-Type": "application/json" },
        body: JSON.stringify(events.length === 1 ? events[0] : events),
      }).catch(() => null);
      if (answer?.ok && queue[0] === events[0]) queue.splice(0, events.length);
      if (!answer?.ok) await pause(50);
    }
  };
  const emit = (event: RoomEvent, at = Date.now()) =>
    queue.push({ boot, seq: ++seq, at: Math.floor(at / 1_000), at_ms: at, ...event });
  const occupantOf = ({ nick, user, call, status }: Leg) => ({
    ...{ nick, user, role: "moderator", affiliation: "owner" },
    phone: { call, direction: "out", ...(status ? { status } : {}) },
  });
  const told = (event: string, room: string, leg: Leg, more: object = {}, at = Date.now()) =>
    emit({ event, room, occupant: occupantOf(leg), ...more }, at);

  const setStatus = (room: string, leg: Leg, status: string) => {
    if (rooms.get(room)?.get(leg.call) !== leg) return;
    leg.status = status;
    const at = Date.now();
    const ring = rings.find(({ call }) => call === leg.call);
    if (ring && status === "Connected") ring.connectedAt = at;
    told("changed", room, leg, {}, at);
  };
  const leave = (room: string, call: string, reason: string) => {
    const leg = rooms.get(room)?.get(call);
    if (!leg) return false;
    rooms.get(room)!.delete(call);
    shut.add(call);
    const at = Date.now();
    for (const ring of rings) if (ring.call === call) ring.until ??= at;
    told("left", room, leg, { reason }, at);
    return true;
  };
  const browserOf = (user: string) => ({ nick: user.slice(0, 8), user, role: "participant", affiliation: "none" });
  const browserLeaves = (room: string, user: string, reason: string, at = Date.now()) => {
    if (!browsers.get(room)?.delete(user)) return false;
    emit({ event: "left", room, occupant: browserOf(user), reason }, at);
    return true;
  };
  const join = (room: string, call: string, user: string, to: string): Leg => {
    const leg: Leg = { call, nick: call.slice(0, 8), user, status: "Initializing Call" };
    rooms.get(room)!.set(call, leg);
    rings.push({ call, to, room, from: Date.now(), connectedAt: null, until: null });
    told("joined", room, leg);
    return leg;
  };

  const dial = async ({ room, call, to, user }: any): Promise<[number, object]> => {
    const fate = fates.get(to) ?? "rings";
    if (fate === "no_gateway") return [503, { error: "no_gateway" }];
    if (fate === "refused") {
      shut.add(call);
      return [502, { error: "refused", condition: "item-not-found" }];
    }
    if (fate === "silent") {
      await pause(silenceMs);
      shut.add(call);
      setTimeout(() => emit({ event: "phone_refused", room }), 50);
      return [504, { error: "gateway_silent" }];
    }
    const leg = join(room, call, user.id, to);
    if (fate === "passes") {
      setStatus(room, leg, "Connected");
      leave(room, call, "left");
      return [502, { error: "refused", condition: "ended" }];
    }
    const reasons: Partial<Record<Fate, string>> = { busy: "Busy Here", declines: "Declined" };
    if (fate === "answers") setTimeout(() => setStatus(room, leg, "Connected"), answerAfterMs);
    if (reasons[fate])
      setTimeout(() => {
        setStatus(room, leg, reasons[fate]!);
        setTimeout(() => leave(room, call, "left"), 20);
      }, answerAfterMs);
    return [200, { nick: leg.nick }];
  };
  const handlers: Record<string, (body: any) => [number, object] | Promise<[number, object]>> = {
    dial: (body) => {
      if (body.opens && !rooms.has(body.room)) rooms.set(body.room, new Map());
      if (!rooms.has(body.room)) return [409, { error: "room_unknown" }];
      if (shut.has(body.call)) return [502, { error: "refused", condition: "ended" }];
      const underWay = dials.get(body.call) ?? dial(body);
      dials.set(body.call, underWay);
      // No gateway: nobody was dialled, and the same call may be tried again.
      return underWay.then((answer) => {
        if (answer[0] === 503) dials.delete(body.call);
        return answer;
      });
    },
    hangup: ({ room, call }) => {
      shut.add(call);
      return [200, { ended: leave(room, call, "removed") }];
    },
    remove: ({ room, user }) => {
      const legs = [...(rooms.get(room)?.values() ?? [])].filter((leg) => leg.user === user);
      if (browserLeaves(room, user, "removed")) return [200, { removed: 1 }];
      return [200, { removed: legs.filter(({ call }) => leave(room, call, "removed")).length }];
    },
    end: ({ room }) => {
      for (const call of [...(rooms.get(room)?.keys() ?? [])]) leave(room, call, "ended");
      if (rooms.delete(room)) emit({ event: "destroyed", room });
      return [200, { ended: true }];
    },
    rooms: () => {
      const legs = (room: string) => [...rooms.get(room)!.values()].map(occupantOf);
      const there = (room: string) => [...legs(room), ...[...(browsers.get(room) ?? [])].map(browserOf)];
      return [200, { boot, seq, rooms: [...rooms.keys()].map((room) => ({ room, occupants: there(room) })) }];
    },
  };

  const server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
    if (isAway) {
      missed += 1;
      return request.socket.destroy();
    }
    const command = request.url!.split("/").at(-1)!;
    const isKnown = request.headers.authorization === `Bearer ${secret}`;
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const body = parts.length > 0 ? JSON.parse(Buffer.concat(parts).toString()) : {};
    if (isKnown && command !== "rooms") commands.push({ command, body, at: Date.now() });
    const [status, answer] = isKnown ? await handlers[command]!(body) : [401, {}];
    if (hasLostAnswers) return request.socket.destroy();
    response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  emit({ event: "boot" });
  const delivering = deliver();

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/counter_control`,
    rings,
    commands,
    legs: (room: string) => [...(rooms.get(room)?.values() ?? [])],
    fate: (to: string, fate: Fate) => fates.set(to, fate),
    answersAfter: (ms: number) => {
      answerAfterMs = ms;
    },
    /** The clerk and the citizen are in it. */
    openRoom: (room: string) => {
      if (!rooms.has(room)) rooms.set(room, new Map());
    },
    /** Somebody's browser is in the room. */
    browserJoins: (room: string, user: string, at = Date.now()) => {
      browsers.set(room, (browsers.get(room) ?? new Set()).add(user));
      emit({ event: "joined", room, occupant: browserOf(user) }, at);
    },
    browserLeaves: (room: string, user: string, at = Date.now()) => browserLeaves(room, user, "left", at),
    isBrowserIn: (room: string, user: string) => browsers.get(room)?.has(user) === true,
    /** Whoever is rung picks up. */
    answer: (room: string, call: string) => setStatus(room, rooms.get(room)!.get(call)!, "Connected"),
    /** Whoever is in the room hangs up. */
    leave: (room: string, call: string, reason = "left") => leave(room, call, reason),
    /** A leg that nothing holds back any more, as after a restart. */
    comeBack: (room: string, call: string) => join(room, call, call, "?"),
    /** The webhook is not reached; events wait. */
    backendIsAway: (away: boolean) => {
      isBackendAway = away;
    },
    isAway: (away: boolean) => {
      isAway = away;
    },
    /** Requests that came while it was away. */
    missed: () => missed,
    losesAnswers: (loses: boolean) => {
      hasLostAnswers = loses;
    },
    /** Older events are lost: the next one says so. */
    loseEvents: () => {
      queue.splice(0);
      emit({ event: "created", room: "x", gap: true });
    },
    /** Prosody is killed and starts anew. */
    restart: () => {
      for (const ring of rings) ring.until ??= Date.now();
      rooms.clear();
      browsers.clear();
      dials.clear();
      shut.clear();
      queue.splice(0);
      boot = randomUUID();
      seq = 0;
      emit({ event: "boot" });
    },
    allTold: () => queue.length === 0,
    stop: async () => {
      isStopped = true;
      await delivering;
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
