import type { ChangeMediumInput } from "@balie/contract/meetings";
import type { ClerkActor, Context } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { announce } from "../../platform/live/announce.js";
import { lockMeetingFor } from "./load-meeting.js";
import { Meeting } from "./meeting.entity.js";
import { leads } from "./meeting.policy.js";
import { PhoneRequest } from "./phone-request.entity.js";
import { startMeeting } from "./start-meeting.js";

/** The clerk goes on by phone, or by video again; a meeting that waits begins with it. By phone only where the citizen asked for it. The same again changes nothing.
    Refused: 404 not_found, 410 meeting_ended, 409 admitted_by_colleague, phone_not_asked, meeting_not_in_progress (video before anybody was admitted). */
export async function changeMedium(
  { db, actor, now }: Context<ClerkActor>,
  { meetingId, medium }: ChangeMediumInput,
): Promise<Meeting> {
  const meeting = await lockMeetingFor(db, actor, meetingId);
  if (meeting.status === "ended") throw new Refusal(410, "meeting_ended");
  if (meeting.clerkId !== null && !leads(actor, meeting)) throw new Refusal(409, "admitted_by_colleague");
  if (medium === "phone" && !(await db.existsBy(PhoneRequest, { meetingId })))
    throw new Refusal(409, "phone_not_asked");
  if (meeting.status !== "in_progress") {
    if (medium === "video") throw new Refusal(409, "meeting_not_in_progress");
    await startMeeting(db, meeting, actor.clerkId, now);
  }
  await db.update(Meeting, { id: meetingId }, { medium });
  await announce(db, `counter:${meeting.counterId}`);
  return Object.assign(meeting, { medium });
}
