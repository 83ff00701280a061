import { timingSafeEqual } from "node:crypto";
import Router from "@koa/router";
import type { DataSource } from "typeorm";
import { z } from "zod";
import type { CounterControl } from "../../platform/calls/counter-control.js";
import { hashToken } from "../../platform/tokens.js";
import { hearRoomEvent, reconcileRooms } from "./hear-rooms.js";

const occupant = z.object({ nick: z.string().max(200), user: z.string().max(200).nullish() });
const roomEvent = z.object({
  boot: z.string().max(100),
  seq: z.number().int(),
  gap: z.boolean().optional(),
  event: z.enum(["boot", "created", "joined", "changed", "left", "destroyed"]),
  room: z.string().max(200).optional(),
  occupant: occupant.optional(),
});

type Settings = { secret: string; dataSource: DataSource; control: CounterControl; clock: () => Date };

/** What our Prosody module tells the backend (jitsi-config/README.md): on the internal listener alone, behind the shared secret. */
export function roomEventRoutes({ secret, dataSource, control, clock }: Settings): Router {
  const expected = hashToken(`Bearer ${secret}`);
  return new Router().post("/internal/prosody/events", async (koa) => {
    if (!timingSafeEqual(hashToken(koa.get("authorization")), expected)) koa.throw(401);
    const { data: event } = roomEvent.safeParse((koa.request as { body?: unknown }).body);
    if (!event) return koa.throw(400);
    if (event.gap) {
      const rooms = await control.rooms();
      await dataSource.transaction((db) => reconcileRooms(db, clock(), rooms));
    }
    const standing = await dataSource.transaction((db) =>
      hearRoomEvent({ db, actor: { kind: "anyone" }, now: clock() }, event),
    );
    koa.status = 200;
    koa.body = standing ?? {};
  });
}
