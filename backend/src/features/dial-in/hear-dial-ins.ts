import type { EntityManager } from "typeorm";
import { z } from "zod";
import { announce } from "../../platform/live/announce.js";
import { dismissGuest } from "../meetings/dismiss-guest.js";
import { Guest } from "../meetings/guest.entity.js";
import type { Beside } from "../meetings/hear-rooms.js";
import { lockMeeting } from "../meetings/load-meeting.js";
import { DialIn } from "./dial-in.entity.js";

/** What Prosody tells of those who dialled in: with their telephone in the room they are there, and without it they have left. To come back they need another PIN. */
export const hearDialIns: Beside = {
  heard: async ({ db, now }, { event, room, occupant }) => {
    if (event === "boot") return leaveAll(db, await findThere(db), now);
    if (event === "destroyed") return leaveAll(db, await findThere(db, room), now);
    if (room && event === "joined") await noteCame(db, room, occupant?.user);
    const dialIn = room ? await findDialIn(db, room, occupant?.user) : null;
    if (!dialIn) return;
    if (event === "left") await leaveAll(db, [dialIn], now);
    else await enter(db, dialIn, now);
  },
  listed: async ({ db, now }, { rooms }) => {
    const present = rooms.flatMap(({ room, occupants }) => occupants.map(({ user }) => ({ room, user })));
    const isGone = ({ id, room }: There) => !present.some((one) => one.user === id && one.room === room);
    await leaveAll(db, (await findThere(db)).filter(isGone), now);
    for (const { room, user } of present) {
      await noteCame(db, room, user);
      const dialIn = await findDialIn(db, room, user);
      if (dialIn) await enter(db, dialIn, now);
    }
  },
};

const userId = z.uuid();
type There = Pick<DialIn, "id" | "meetingId" | "room">;

const findDialIn = async (db: EntityManager, room: string, user: string | null | undefined): Promise<DialIn | null> =>
  userId.safeParse(user).success ? db.findOneBy(DialIn, { id: user!, room }) : null;

/** Whose telephone is in a room, as far as was heard. */
const findThere = (db: EntityManager, room: string | null = null): Promise<There[]> =>
  db.query(
    `select d.id, d.meeting_id "meetingId", d.room from dial_in d join guest g on g.id = d.id
     where d.joined_at is not null and g.state in ('announced', 'admitted') and ($1::text is null or d.room = $1) order by d.meeting_id`,
    [room],
  );

/** A caller's telephone is in the room: it is on its way no more, and the voice menu has let go of it. Who they are is the roster's; whether they are there, the occupant's. */
async function noteCame(db: EntityManager, room: string, user: string | null | undefined) {
  if (!userId.safeParse(user).success) return;
  await db.query(
    `update arrival a set expected_at = null, seen_at = null from meeting m
     where a.id = $1 and a.expected_at is not null and m.id = a.meeting_id and m.room = $2`,
    [user, room],
  );
}

async function enter(db: EntityManager, { id, meetingId, joinedAt }: DialIn, now: Date) {
  if (joinedAt) return;
  const meeting = await lockMeeting(db, meetingId);
  await db.update(DialIn, { id }, { joinedAt: now });
  await db.update(Guest, { id, state: "announced" }, { state: "admitted", toldAt: now });
  await announce(db, `counter:${meeting.counterId}`);
}

async function leaveAll(db: EntityManager, dialIns: There[], now: Date) {
  for (const { id, meetingId } of dialIns) {
    const meeting = await lockMeeting(db, meetingId);
    const guest = await db.findOneBy(Guest, { id });
    if (guest) await dismissGuest(db, meeting, guest, "left", now);
  }
}
