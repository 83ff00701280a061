import { type EntityManager, MoreThan } from "typeorm";
import type { RoomsNow } from "../../platform/calls/counter-control.js";
import type { Context } from "../../platform/context.js";
import { announce } from "../../platform/live/announce.js";
import { Arrival } from "./arrival.entity.js";
import { Meeting } from "./meeting.entity.js";
import { Occupant } from "./occupant.entity.js";
import { orderRoom } from "./order-room.js";
import { RoomOrder } from "./room-order.entity.js";

export type RoomEvent = {
  boot: string;
  seq: number;
  event: "boot" | "created" | "joined" | "changed" | "left" | "destroyed";
  room?: string | undefined;
  occupant?: { nick: string; user?: string | null | undefined } | undefined;
};
export type Standing = { refused: { room: string; user: string }[]; ended: string[] };

/** Orders older than this concern tokens that have expired long ago. */
const standingMinutes = 15;

/** What Prosody tells of its rooms, in order, each event once. A started Prosody has empty rooms and forgot who was put out: the answer tells it again.
    @returns what to refuse, for `boot`; null for the others. */
export async function hearRoomEvent({ db, now }: Context, event: RoomEvent): Promise<Standing | null> {
  if (event.event === "boot") return hearBoot(db, event, now);
  if (!(await isNew(db, event, now)) || !event.room) return null;
  const { room, occupant } = event;
  if (event.event === "joined" && occupant) await hearJoined(db, room, occupant, now);
  if (event.event === "left" && occupant) await db.delete(Occupant, { room, nick: occupant.nick });
  if (event.event === "destroyed") await db.delete(Occupant, { room });
  await announceRoom(db, room);
  return null;
}

async function hearBoot(db: EntityManager, { boot, seq }: RoomEvent, now: Date): Promise<Standing> {
  await db.query("delete from presence_feed where boot <> $1", [boot]);
  const [isFirst] = await db.query(
    "insert into presence_feed (boot, seq, heard_at) values ($1, $2, $3) on conflict do nothing returning boot",
    [boot, seq, now],
  );
  if (isFirst) {
    const rooms: { room: string }[] = await db.query(
      "with gone as (delete from occupant returning room) select distinct room from gone",
    );
    for (const { room } of rooms) await announceRoom(db, room);
  }
  const orders = await db.findBy(RoomOrder, {
    orderedAt: MoreThan(new Date(now.getTime() - standingMinutes * 60_000)),
  });
  return {
    refused: orders.flatMap(({ room, userId }) => (userId === null ? [] : [{ room, user: userId }])),
    ended: orders.filter(({ userId }) => userId === null).map(({ room }) => room),
  };
}

/** Events come in order and may come twice; an event of an earlier Prosody means nothing any more. */
async function isNew(db: EntityManager, { boot, seq }: RoomEvent, now: Date): Promise<boolean> {
  const [row] = await db
    .query("update presence_feed set seq = $2, heard_at = $3 where boot = $1 and seq < $2 returning boot", [
      boot,
      seq,
      now,
    ])
    .then(([rows]: [unknown[]]) => rows);
  return row !== undefined;
}

async function hearJoined(
  db: EntityManager,
  room: string,
  { nick, user }: NonNullable<RoomEvent["occupant"]>,
  now: Date,
) {
  if (!user) return;
  await db.upsert(Occupant, { room, nick, userId: user, joinedAt: now }, ["room", "nick"]);
  if (!(await belongs(db, room, user))) await orderRoom(db, room, user, now);
}

/** A second lock behind the token: whoever is in a room without belonging there is put out. */
async function belongs(db: EntityManager, room: string, userId: string): Promise<boolean> {
  const meeting = await db.findOneBy(Meeting, { room });
  if (meeting?.status !== "in_progress") return false;
  return meeting.clerkId === userId || db.existsBy(Arrival, { id: userId, meetingId: meeting.id, state: "admitted" });
}

async function announceRoom(db: EntityManager, room: string) {
  const meeting = await db.findOneBy(Meeting, { room });
  if (meeting) await announce(db, `counter:${meeting.counterId}`);
}

/** After a gap in the events: takes over who is where from Prosody's own list. */
export async function reconcileRooms(db: EntityManager, now: Date, { rooms }: RoomsNow): Promise<void> {
  await db.query("delete from occupant");
  for (const { room, occupants } of rooms) {
    for (const occupant of occupants) await hearJoined(db, room, occupant, now);
    await announceRoom(db, room);
  }
}
