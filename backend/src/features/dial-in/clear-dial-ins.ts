import { type EntityManager, LessThan, LessThanOrEqual } from "typeorm";
import { dismissGuest } from "../meetings/dismiss-guest.js";
import { Guest } from "../meetings/guest.entity.js";
import { lockMeeting } from "../meetings/load-meeting.js";
import { DialIn } from "./dial-in.entity.js";
import { missMemoryMs } from "./guessing.rules.js";
import { expectedSince } from "./is-expecting.js";
import { PinMiss } from "./pin-miss.entity.js";

/** The worker's round: PINs whose time is over, misses that matter no more, and guests whose telephone never came. */
export async function clearDialIns(db: EntityManager, now: Date): Promise<void> {
  const before = (ms: number) => new Date(now.getTime() - ms);
  await db.update(DialIn, { state: "open", expiresAt: LessThanOrEqual(now) }, { state: "expired", pinHash: null });
  await db.delete(PinMiss, { missedAt: LessThan(before(missMemoryMs)) });
  for (const { id, meetingId } of await findUnseen(db, expectedSince(now))) {
    const meeting = await lockMeeting(db, meetingId);
    const [dialIn, guest] = await Promise.all([db.findOneByOrFail(DialIn, { id }), db.findOneByOrFail(Guest, { id })]);
    if (!dialIn.joinedAt) await dismissGuest(db, meeting, guest, "left", now);
  }
}

const findUnseen = (db: EntityManager, usedBefore: Date): Promise<{ id: string; meetingId: string }[]> =>
  db.query(
    `select d.id, d.meeting_id "meetingId" from dial_in d join guest g on g.id = d.id
     where d.used_at <= $1 and d.joined_at is null and g.state in ('announced', 'admitted')
     order by d.meeting_id`,
    [usedBefore],
  );
