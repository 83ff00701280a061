import type { EntityManager } from "typeorm";
import { z } from "zod";
import type { RoomsNow } from "../../platform/calls/counter-control.js";
import { announce } from "../../platform/live/announce.js";
import type { RoomEvent } from "../meetings/hear-rooms.js";
import { connectCall } from "./connect-call.js";
import { type LockedCall, lockCall } from "./lock-call.js";
import { loseLeg } from "./lose-leg.js";

type Heard = { at: Date; now: Date };

/** What Prosody tells of interpreters in browsers: connected from their joining on. Whoever leaves may come back: a reload, a poor line. So they are away first, and the call ends later, as of then; at once
    where they do not belong in the room any more. Times are Prosody's own. */
export async function hearVisitor(db: EntityManager, event: RoomEvent, { at, now }: Heard): Promise<void> {
  const locked = await lockVisitor(db, event.room, event.occupant?.user);
  if (!locked) return;
  if (event.event === "joined") await hearJoined(db, locked, { at, now });
  if (event.event === "left" && !(await isPresent(db, locked))) await loseVisitor(db, locked, at);
}

/** Prosody began anew, or a room is gone: whoever was in it is away. */
export async function loseVisitors(db: EntityManager, at: Date, room: string | null = null): Promise<void> {
  for (const id of await findConnected(db, room)) {
    const locked = await lockCall(db, id);
    if (locked) await loseVisitor(db, locked, at);
  }
}

/** After a gap in what was heard. */
export async function reconcileVisitors(db: EntityManager, { rooms }: RoomsNow, now: Date): Promise<void> {
  const present = rooms.flatMap(({ room, occupants }) => occupants.map(({ user }) => ({ room, user })));
  for (const id of await findConnected(db)) {
    const locked = await lockCall(db, id);
    if (locked && !present.some(({ user }) => user === id)) await loseVisitor(db, locked, now);
  }
  for (const { room, user } of present) {
    const locked = await lockVisitor(db, room, user);
    if (locked) await hearJoined(db, locked, { at: now, now });
  }
}

const userId = z.uuid();

async function lockVisitor(db: EntityManager, room: string | undefined, user: string | null | undefined) {
  if (!userId.safeParse(user).success) return null;
  const [found] = await db.query(
    "select 1 from interpreter_call where id = $1 and room = $2 and medium = 'video' and state in ('dialling', 'connected')",
    [user, room],
  );
  return found ? lockCall(db, user!) : null;
}

const findConnected = async (db: EntityManager, room: string | null = null): Promise<string[]> =>
  (
    await db.query(
      `select id from interpreter_call where medium = 'video' and state = 'connected' and ($1::text is null or room = $1)
       order by request_id`,
      [room],
    )
  ).map(({ id }: { id: string }) => id);

async function hearJoined(db: EntityManager, locked: LockedCall, { at, now }: Heard) {
  const { call, meeting } = locked;
  // Whom nobody was told of is put out by the room's keeper, and is not in.
  const [guest] = await db.query("select state from guest where id = $1", [call.id]);
  if (call.state === "dialling" && guest?.state === "admitted") return connectCall(db, locked, at, now);
  if (call.state !== "connected" || !call.awaySince) return;
  await db.query(
    `update interpreter_call set away_since = null,
       away_ms = away_ms + greatest(0, round(extract(epoch from $2::timestamptz - away_since) * 1000))::int where id = $1`,
    [call.id, at],
  );
  await announce(db, `counter:${meeting.counterId}`);
}

/** In another connection of theirs: the newer one came before the older one went. */
async function isPresent(db: EntityManager, { call }: LockedCall): Promise<boolean> {
  const found = await db.query("select 1 from occupant where room = $1 and user_id = $2", [call.room, call.id]);
  return found.length > 0;
}

async function loseVisitor(db: EntityManager, locked: LockedCall, at: Date) {
  const { call, request, meeting } = locked;
  if (call.state !== "connected" || call.awaySince) return;
  const [guest] = await db.query("select state from guest where id = $1", [call.id]);
  if (request.endedAt || guest?.state !== "admitted") return loseLeg(db, locked, { because: "failed", at });
  await db.query("update interpreter_call set away_since = greatest(connected_at, $2) where id = $1", [call.id, at]);
  await announce(db, `counter:${meeting.counterId}`);
}
