import { type EntityManager, In } from "typeorm";
import type { ClerkActor, Context } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { announce } from "../../platform/live/announce.js";
import { findSuccessors } from "./find-successors.js";
import { Handover } from "./handover.entity.js";
import { isAskedToLead } from "./handover.policy.js";
import { expiryOf, isOpen, stateAt } from "./handover.rules.js";
import { lockMeeting } from "./load-meeting.js";
import type { Meeting } from "./meeting.entity.js";
import { takeOver } from "./take-over.js";

type Answer = { handoverId: string; accepts: boolean };

/** Who is asked takes the meeting over, or does not. From the yes on the others are not asked any more and the citizen is told; then it is taken. No is possible until then. The same answer again changes nothing.
    Refused: 404 not_found (also another's, or of a counter where they do not work any more), 410 meeting_ended, 409 handover_over, clerk_busy (leads another meeting). */
export async function answerHandover(
  { db, actor, now }: Context<ClerkActor>,
  { handoverId, accepts }: Answer,
): Promise<void> {
  const found = await db.findOneBy(Handover, { id: handoverId });
  if (!found || !isAskedToLead(actor, found)) throw new Refusal(404, "not_found");
  const meeting = await lockMeeting(db, found.meetingId);
  if (meeting.status !== "in_progress") throw new Refusal(410, "meeting_ended");
  const handover = await db.findOneByOrFail(Handover, { id: handoverId });
  const state = stateAt(handover, now);
  if (accepts ? state === "accepted" || state === "taken" : state === "declined") return;
  if (!isOpen(state)) throw new Refusal(409, "handover_over");

  if (accepts) await accept(db, meeting, handover, now);
  else await db.update(Handover, { id: handoverId }, { state: "declined" });
  await announce(db, `counter:${meeting.counterId}`);
}

async function accept(db: EntityManager, meeting: Meeting, handover: Handover, now: Date) {
  const [successor] = await findSuccessors(db, meeting, now, handover.toId);
  if (!successor) throw new Refusal(404, "not_found");
  if (successor.leadsAnother) throw new Refusal(409, "clerk_busy");
  await db.update(Handover, { meetingId: meeting.id, state: In(["asked", "accepted"]) }, { state: "withdrawn" });
  const accepted = { state: "accepted" as const, expiresAt: expiryOf(now) };
  await db.update(Handover, { id: handover.id }, accepted);
  if (!(await isCitizenThere(db, meeting))) await takeOver(db, meeting, Object.assign(handover, accepted), now);
}

/** A page that can tell them. On the telephone, whoever phoned, the clerk says it, and to a page that comes back later it is said who leads. */
async function isCitizenThere(db: EntityManager, { id, room, medium }: Meeting): Promise<boolean> {
  if (medium !== "video") return false;
  const [{ there }] = await db.query(
    `select exists (select from arrival r where r.meeting_id = $1 and r.state = 'admitted' and (r.seen_at is not null
       or exists (select from occupant o where o.room = $2 and o.user_id = r.id::text))) there`,
    [id, room],
  );
  return there;
}
