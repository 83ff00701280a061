import type { ClerkActor, Context } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { announce } from "../../platform/live/announce.js";
import { lockMeeting } from "../meetings/load-meeting.js";
import { Colleague } from "./colleague.entity.js";
import { mayAsk } from "./company.policy.js";

/** Who asked takes it back; who has accepted is put out instead. A second time changes nothing. Refused: 404 not_found, 410 meeting_ended, 409 colleague_answered. */
export async function withdrawRequest(
  { db, actor, now }: Context<ClerkActor>,
  { requestId }: { requestId: string },
): Promise<void> {
  const found = await db.findOneBy(Colleague, { id: requestId });
  if (!found) throw new Refusal(404, "not_found");
  const meeting = await lockMeeting(db, found.meetingId);
  if (!mayAsk(actor, meeting)) throw new Refusal(404, "not_found");
  if (meeting.status !== "in_progress") throw new Refusal(410, "meeting_ended");
  const { state } = await db.findOneByOrFail(Colleague, { id: requestId });
  if (state === "withdrawn") return;
  if (state !== "asked") throw new Refusal(409, "colleague_answered");
  await db.update(Colleague, { id: requestId }, { state: "withdrawn", answeredAt: now });
  await announce(db, `counter:${meeting.counterId}`);
}
