import { timingSafeEqual } from "node:crypto";
import Router from "@koa/router";
import type { DataSource } from "typeorm";
import { z } from "zod";
import { type CounterControl, roomOccupant } from "../../platform/calls/counter-control.js";
import type { Log } from "../../platform/log.js";
import { hashToken } from "../../platform/tokens.js";
import { type Beside, hearRoomEvent, reconcileRooms, type Standing } from "./hear-rooms.js";

const roomEvent = z.object({
  boot: z.string().max(100),
  seq: z.number().int(),
  gap: z.boolean().optional(),
  event: z.enum(["boot", "created", "joined", "changed", "left", "destroyed", "phone_refused", "dial_refused"]),
  at: z.number().optional(),
  /** The millisecond, where the module gives it. */
  at_ms: z.number().optional(),
  room: z.string().max(200).optional(),
  /** Of `dial_refused`: who tried. */
  user: z.string().max(200).optional(),
  occupant: roomOccupant.optional(),
  /** Of `left`. */
  reason: z.string().max(100).optional(),
});

/** What came while the one before it was under way comes together, in order. */
const roomEvents = z.union([roomEvent.transform((event) => [event]), z.array(roomEvent).min(1).max(100)]);

type Settings = {
  secret: string;
  dataSource: DataSource;
  control: CounterControl;
  clock: () => Date;
  log: Log;
  beside?: Beside;
};

const warnings = {
  phone_refused: "a telephone that nobody announced was refused",
  dial_refused: "a page tried to dial and was refused",
} as const;

/** What our Prosody module tells the backend (jitsi-config/README.md): on the internal listener alone, behind the shared secret. */
export function roomEventRoutes({ secret, dataSource, control, clock, log, beside }: Settings): Router {
  const expected = hashToken(`Bearer ${secret}`);
  async function hear(event: z.infer<typeof roomEvent>): Promise<Standing | null> {
    if (event.event === "phone_refused" || event.event === "dial_refused") log.warn(warnings[event.event]);
    if (event.gap) {
      const rooms = await control.rooms();
      await dataSource.transaction((db) => reconcileRooms(db, clock(), rooms, beside));
    }
    return dataSource.transaction((db) =>
      hearRoomEvent({ db, actor: { kind: "anyone" }, now: clock() }, event, beside),
    );
  }
  return new Router().post("/internal/prosody/events", async (koa) => {
    if (!timingSafeEqual(hashToken(koa.get("authorization")), expected)) koa.throw(401);
    const { data: events } = roomEvents.safeParse((koa.request as { body?: unknown }).body);
    if (!events) return koa.throw(400);
    let standing: Standing | null = null;
    // Each in a transaction of its own: what is heard is seen at once, and of a list that fails halfway the rest comes again.
    for (const event of events) standing = (await hear(event)) ?? standing;
    koa.status = 200;
    koa.body = standing ?? {};
  });
}
