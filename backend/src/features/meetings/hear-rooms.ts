import { type EntityManager, MoreThan } from "typeorm";
import type { RoomOccupant, RoomsNow } from "../../platform/calls/counter-control.js";
import type { Context } from "../../platform/context.js";
import { announce } from "../../platform/live/announce.js";
import { loadRoster } from "./load-roster.js";
import { Meeting } from "./meeting.entity.js";
import { Occupant } from "./occupant.entity.js";
import { orderRoom } from "./order-room.js";
import { RoomOrder } from "./room-order.entity.js";

export type RoomEvent = {
  boot: string;
  seq: number;
  event: "boot" | "created" | "joined" | "changed" | "left" | "destroyed" | "phone_refused" | "dial_refused";
  /** Seconds since 1970, by Prosody's clock. */
  at?: number | undefined;
  at_ms?: number | undefined;
  room?: string | undefined;
  /** Of `dial_refused`: who tried. */
  user?: string | undefined;
  occupant?: RoomOccupant | undefined;
  /** Of `left`: "left", "removed", "replaced", "connection_lost" or "ended". */
  reason?: string | undefined;
};
export type Standing = { refused: { room: string; user: string }[]; ended: string[] };
/** What else hears of the rooms, from a feature below, in the same transaction: each event once (`boot`: a Prosody that has just started), and what a gap in them made of it. */
export type Beside = {
  heard: (context: Pick<Context, "db" | "now">, event: RoomEvent) => Promise<void>;
  listed: (context: Pick<Context, "db" | "now">, rooms: RoomsNow) => Promise<void>;
  /** Whether somebody belongs in a room that is no meeting's. */
  knows?: (db: EntityManager, room: string, userId: string) => Promise<boolean>;
};

/** Orders older than this concern tokens that have expired long ago. */
const standingMinutes = 15;

/** What Prosody tells of its rooms, in order, each event once. A started Prosody has empty rooms and forgot who was put out: the answer tells it again.
    @returns what to refuse, for `boot`; null for the others. */
export async function hearRoomEvent({ db, now }: Context, event: RoomEvent, beside?: Beside): Promise<Standing | null> {
  if (event.event === "boot") return hearBoot(db, event, now, beside);
  if (!(await isNew(db, event, now)) || !event.room) return null;
  const { room, occupant } = event;
  if (event.event === "joined" && occupant) await hearJoined(db, room, occupant, now, beside);
  if (event.event === "left" && occupant) await db.delete(Occupant, { room, nick: occupant.nick });
  if (event.event === "destroyed") await db.delete(Occupant, { room });
  await beside?.heard({ db, now }, event);
  await announceRoom(db, room);
  return null;
}

async function hearBoot(db: EntityManager, event: RoomEvent, now: Date, beside?: Beside): Promise<Standing> {
  const { boot, seq } = event;
  await db.query("delete from presence_feed where boot <> $1", [boot]);
  const [isFirst] = await db.query(
    "insert into presence_feed (boot, seq, heard_at) values ($1, $2, $3) on conflict do nothing returning boot",
    [boot, seq, now],
  );
  if (isFirst) {
    const rooms: { room: string }[] = await db.query(
      "with gone as (delete from occupant returning room) select distinct room from gone",
    );
    await beside?.heard({ db, now }, event);
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
  { nick, user }: RoomOccupant,
  now: Date,
  beside: Beside | undefined,
) {
  if (!user) return;
  await db.upsert(Occupant, { room, nick, userId: user, joinedAt: now }, ["room", "nick"]);
  if (!(await belongs(db, room, user, beside))) await orderRoom(db, room, user, now);
}

/** A second lock behind the token: whoever is in a room without belonging there is put out. An announced interpreter's telephone is there while it rings, but nobody's browser, and whoever dialled in can't
    wait outside until the citizen has been told. */
async function belongs(db: EntityManager, room: string, userId: string, beside?: Beside): Promise<boolean> {
  const meeting = await db.findOneBy(Meeting, { room });
  if (!meeting) return (await beside?.knows?.(db, room, userId)) ?? false;
  const roster = (await loadRoster(db, [meeting.id])).get(meeting.id);
  const person = roster?.find((one) => one.userId === userId);
  return person !== undefined && (!person.isAnnounced || person.isByPhone);
}

async function announceRoom(db: EntityManager, room: string) {
  const meeting = await db.findOneBy(Meeting, { room });
  if (meeting) await announce(db, `counter:${meeting.counterId}`);
}

/** After a gap in the events: takes over who is where from Prosody's own list. */
export async function reconcileRooms(db: EntityManager, now: Date, roomsNow: RoomsNow, beside?: Beside): Promise<void> {
  await db.query("delete from occupant");
  await beside?.listed({ db, now }, roomsNow);
  for (const { room, occupants } of roomsNow.rooms) {
    for (const occupant of occupants) await hearJoined(db, room, occupant, now, beside);
    await announceRoom(db, room);
  }
}
