import { type EntityManager, IsNull, MoreThan } from "typeorm";
import { Arrival } from "../meetings/arrival.entity.js";
import { DialIn } from "./dial-in.entity.js";

/** How long the room's keeper waits for a telephone. Meanwhile nobody else dials into that room: two that come at once are not told apart there. */
export const expectedSeconds = 30;

export const expectedSince = (now: Date): Date => new Date(now.getTime() - expectedSeconds * 1_000);

/** A telephone is on its way into the room of this meeting. */
export async function isExpecting(db: EntityManager, meetingId: string, now: Date): Promise<boolean> {
  const isGuestExpected = db.existsBy(DialIn, { meetingId, joinedAt: IsNull(), usedAt: MoreThan(expectedSince(now)) });
  const isCallerExpected = db.existsBy(Arrival, { meetingId, expectedAt: MoreThan(expectedSince(now)) });
  return (await isGuestExpected) || (await isCallerExpected);
}
