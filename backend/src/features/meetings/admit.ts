import type { EntityManager } from "typeorm";
import type { ClerkActor, Context } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { announce } from "../../platform/live/announce.js";
import { Arrival } from "./arrival.entity.js";
import { letInUntold } from "./let-in-untold.js";
import { lockMeetingFor } from "./load-meeting.js";
import { Meeting } from "./meeting.entity.js";
import { leads } from "./meeting.policy.js";
import { orderRoom } from "./order-room.js";
import { startMeeting } from "./start-meeting.js";

type Admission = { meetingId: string; arrivalId: string };

/** A clerk lets a waiting browser into the call: only now does the meeting have a room. While it is in progress this is the nod for another browser, which takes the place of the
    one admitted before. With a caller its medium is `dial_in`. The same admission again changes nothing.
    Refused: 404 not_found, 410 meeting_ended, 409 admitted_by_colleague, 403 arrival_removed / arrival_replaced, 409 not_admitted (they left). */
export async function admit(
  { db, actor, now }: Context<ClerkActor>,
  { meetingId, arrivalId }: Admission,
): Promise<Meeting> {
  const meeting = await lockMeetingFor(db, actor, meetingId);
  if (meeting.status === "ended") throw new Refusal(410, "meeting_ended");
  if (meeting.clerkId !== null && !leads(actor, meeting)) throw new Refusal(409, "admitted_by_colleague");
  const arrival = await db.findOneBy(Arrival, { id: arrivalId, meetingId });
  if (!arrival) throw new Refusal(404, "not_found");
  if (arrival.state === "admitted") return meeting;
  refuseGone(arrival);

  const before = meeting.status === "waiting" ? null : await replaceAdmitted(db, meeting, now);
  await Promise.all([
    meeting.status === "waiting" ? startMeeting(db, meeting, actor.clerkId, now) : null,
    db.update(Arrival, { id: arrivalId }, { state: "admitted" }),
    followMedium(db, meeting, before, arrival),
    announce(db, `counter:${meeting.counterId}`),
  ]);
  await letInUntold(db, meeting, now);
  return meeting;
}

function refuseGone({ state }: Arrival) {
  if (state === "removed") throw new Refusal(403, "arrival_removed");
  if (state === "replaced") throw new Refusal(403, "arrival_replaced");
  if (state === "left") throw new Refusal(409, "not_admitted");
}

async function replaceAdmitted(db: EntityManager, meeting: Meeting, now: Date): Promise<Arrival | null> {
  const before = await db.findOneBy(Arrival, { meetingId: meeting.id, state: "admitted" });
  if (!before) return null;
  await db.update(Arrival, { id: before.id }, { state: "replaced" });
  await orderRoom(db, meeting.room!, before.id, now);
  return before;
}

/** With a caller, who dialled in; with a browser that takes a caller's place, by video again. */
async function followMedium(db: EntityManager, meeting: Meeting, before: Arrival | null, { pinTurn }: Arrival) {
  const medium = pinTurn !== null ? "dial_in" : before && before.pinTurn !== null ? "video" : meeting.medium;
  if (medium === meeting.medium) return;
  await db.update(Meeting, { id: meeting.id }, { medium });
  meeting.medium = medium;
}
