import type { ClerkActor, Context } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { lockMeeting } from "../meetings/load-meeting.js";
import type { Meeting } from "../meetings/meeting.entity.js";
import { Colleague } from "./colleague.entity.js";
import { isAsked } from "./company.policy.js";

/** What this clerk was asked, for an answer: its meeting is locked. Refused: 404 not_found (also another's), 410 meeting_ended. */
export async function findOwnRequest(
  { db, actor }: Context<ClerkActor>,
  requestId: string,
): Promise<{ request: Colleague; meeting: Meeting }> {
  const found = await db.findOneBy(Colleague, { id: requestId });
  if (!found || !isAsked(actor, found)) throw new Refusal(404, "not_found");
  const meeting = await lockMeeting(db, found.meetingId);
  if (meeting.status !== "in_progress") throw new Refusal(410, "meeting_ended");
  const request = await db.findOneOrFail(Colleague, { where: { id: requestId }, relations: { guest: true } });
  return { request, meeting };
}
