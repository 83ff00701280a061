import type { ClerkActor, Context } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { announce } from "../../platform/live/announce.js";
import { lockMeetingFor } from "./load-meeting.js";
import { Meeting } from "./meeting.entity.js";
import { leads } from "./meeting.policy.js";
import { orderRoom } from "./order-room.js";

/** The clerk ends the meeting: the room is gone and opens no more. A second time changes nothing. Refused: 404 not_found, 403 forbidden, 409 meeting_not_in_progress. */
export async function endMeeting(
  { db, actor, now }: Context<ClerkActor>,
  { meetingId }: { meetingId: string },
): Promise<Meeting> {
  const meeting = await lockMeetingFor(db, actor, meetingId);
  if (meeting.clerkId !== null && !leads(actor, meeting)) throw new Refusal(403, "forbidden");
  if (meeting.status === "ended") return meeting;
  if (meeting.status !== "in_progress") throw new Refusal(409, "meeting_not_in_progress");
  const change = { status: "ended" as const, endedAt: now, shownPage: null };
  await db.update(Meeting, { id: meeting.id }, change);
  await orderRoom(db, meeting.room!, null, now);
  await announce(db, `counter:${meeting.counterId}`);
  return Object.assign(meeting, change);
}
