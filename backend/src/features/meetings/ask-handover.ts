import { type EntityManager, In } from "typeorm";
import type { ClerkActor, Context } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { announce } from "../../platform/live/announce.js";
import { findSuccessors } from "./find-successors.js";
import { Handover } from "./handover.entity.js";
import { expiryOf } from "./handover.rules.js";
import { lapseHandovers } from "./lapse-handovers.js";
import { lockMeetingFor } from "./load-meeting.js";
import type { Meeting } from "./meeting.entity.js";
import { leads } from "./meeting.policy.js";

type Asking = { meetingId: string; clerkId: string; note: string };

/** The clerk who leads asks another of the counter, or who is in the meeting, to lead in their place; several may be asked, and the first yes counts. Until it is taken, the meeting goes on as before.
    Refused: 404 not_found (also who is of another counter and not in the meeting), 403 forbidden (who does not lead), 410 meeting_ended, 409 handover_accepted (somebody said yes), clerk_away, clerk_busy (leads another meeting). */
export async function askHandover(
  { db, actor, now }: Context<ClerkActor>,
  { meetingId, clerkId, note }: Asking,
): Promise<string> {
  const meeting = await lockMeetingFor(db, actor, meetingId);
  if (!leads(actor, meeting)) throw new Refusal(403, "forbidden");
  if (meeting.status !== "in_progress") throw new Refusal(410, "meeting_ended");
  await lapseHandovers({ db, now }, meetingId);
  const open = await db.findBy(Handover, { meetingId, state: In(["asked", "accepted"]) });
  const known = open.find(({ toId }) => toId === clerkId);
  if (known) return known.id;
  if (open.some(({ state }) => state === "accepted")) throw new Refusal(409, "handover_accepted");
  await refuseUnfit(db, meeting, clerkId, now);

  const handover = db.create(Handover, {
    ...{ meetingId, fromId: actor.clerkId, toId: clerkId, note },
    state: "asked",
    askedAt: now,
    expiresAt: expiryOf(now),
    takenAt: null,
  });
  await db.insert(Handover, handover);
  await announce(db, `counter:${meeting.counterId}`);
  return handover.id;
}

async function refuseUnfit(db: EntityManager, meeting: Meeting, clerkId: string, now: Date) {
  const [successor] = await findSuccessors(db, meeting, now, clerkId);
  if (!successor) throw new Refusal(404, "not_found");
  if (successor.leadsAnother) throw new Refusal(409, "clerk_busy");
  if (!successor.isThere && !successor.isInMeeting) throw new Refusal(409, "clerk_away");
}
