import { type EntityManager, In } from "typeorm";
import { announce } from "../../platform/live/announce.js";
import { dismissGuest } from "./dismiss-guest.js";
import { findSuccessors } from "./find-successors.js";
import { Guest } from "./guest.entity.js";
import { Handover } from "./handover.entity.js";
import { Meeting } from "./meeting.entity.js";
import { orderRoom } from "./order-room.js";

/** The meeting is led by who accepted. The room stays, with everybody in it; the one before is put out by the id they had there, and the new one comes by an id of their own, so that who hands over today may lead again
    tomorrow. Whoever cannot lead it any more, as they began another meeting meanwhile, does not: the question lapses. The caller holds the meeting's lock. */
export async function takeOver(db: EntityManager, meeting: Meeting, handover: Handover, now: Date): Promise<void> {
  await announce(db, `counter:${meeting.counterId}`);
  const [successor] = await findSuccessors(db, meeting, now, handover.toId);
  if (!successor || successor.leadsAnother) {
    await db.update(Handover, { id: handover.id }, { state: "lapsed" });
    return;
  }
  const before = meeting.ledAs ?? meeting.clerkId;
  const change = { clerkId: handover.toId, ledAs: handover.id };
  await db.update(Meeting, { id: meeting.id }, change);
  await db.update(Handover, { id: handover.id }, { state: "taken", takenAt: now });
  await orderRoom(db, meeting.room!, before, now);
  await leaveAsGuest(db, meeting, handover.toId, now);
  Object.assign(meeting, change);
}

/** Who was in the meeting as a colleague, or asked to come, by the row of the feature below: they lead it now. */
async function leaveAsGuest(db: EntityManager, meeting: Meeting, clerkId: string, now: Date) {
  await db.query(
    "update colleague set state = 'withdrawn', answered_at = $3 where meeting_id = $1 and clerk_id = $2 and state = 'asked'",
    [meeting.id, clerkId, now],
  );
  const places: { guestId: string }[] = await db.query(
    `select guest_id "guestId" from colleague where meeting_id = $1 and clerk_id = $2 and guest_id is not null`,
    [meeting.id, clerkId],
  );
  const guests = await db.findBy(Guest, { id: In(places.map(({ guestId }) => guestId)) });
  for (const guest of guests) await dismissGuest(db, meeting, guest, "left", now);
}
