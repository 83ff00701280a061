import type { EntityManager } from "typeorm";
import { announce } from "../../platform/live/announce.js";
import { Arrival } from "../meetings/arrival.entity.js";
import { lockMeeting } from "../meetings/load-meeting.js";
import { leaseSeconds } from "./caller.rules.js";
import { leaveLine } from "./hang-up.js";
import { expectedSince } from "./is-expecting.js";

/** The worker's round: callers for whom the voice menu does not ask any more are not on the line, and a telephone that did not come in its time is not on its way. */
export async function forgetSilentCallers(db: EntityManager, now: Date): Promise<void> {
  const askedBefore = new Date(now.getTime() - leaseSeconds * 1_000);
  const sentBefore = expectedSince(now);
  const silent: { id: string; meetingId: string }[] = await db.query(
    `select id, meeting_id "meetingId" from arrival
     where pin_turn is not null and (
       state = 'waiting' and (seen_at is null or seen_at < $1)
       or state = 'admitted' and seen_at < $1 and (expected_at is null or expected_at <= $2) or expected_at <= $2)
     order by meeting_id`,
    [askedBefore, sentBefore],
  );
  for (const { id, meetingId } of silent) {
    const meeting = await lockMeeting(db, meetingId);
    const arrival = await db.findOneByOrFail(Arrival, { id });
    const isOnLine = arrival.seenAt !== null && arrival.seenAt >= askedBefore;
    if (arrival.expectedAt && arrival.expectedAt <= sentBefore) {
      await db.update(Arrival, { id }, { expectedAt: null });
      await announce(db, `counter:${meeting.counterId}`);
    }
    if (!isOnLine && (arrival.state === "waiting" || arrival.seenAt !== null)) await leaveLine(db, meeting, arrival);
  }
}
