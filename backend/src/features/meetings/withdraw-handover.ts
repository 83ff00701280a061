import type { ClerkActor, Context } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { announce } from "../../platform/live/announce.js";
import { Handover } from "./handover.entity.js";
import { isOpen, stateAt } from "./handover.rules.js";
import { lockMeetingFor } from "./load-meeting.js";
import { leads } from "./meeting.policy.js";

/** Who asked takes it back, until it is taken. A second time changes nothing. Refused: 404 not_found, 403 forbidden (who does not lead), 410 meeting_ended, 409 handover_over. */
export async function withdrawHandover(
  { db, actor, now }: Context<ClerkActor>,
  { handoverId }: { handoverId: string },
): Promise<void> {
  const found = await db.findOneBy(Handover, { id: handoverId });
  if (!found) throw new Refusal(404, "not_found");
  const meeting = await lockMeetingFor(db, actor, found.meetingId);
  if (!leads(actor, meeting)) throw new Refusal(403, "forbidden");
  if (meeting.status !== "in_progress") throw new Refusal(410, "meeting_ended");
  const state = stateAt(await db.findOneByOrFail(Handover, { id: handoverId }), now);
  if (state === "withdrawn") return;
  if (!isOpen(state)) throw new Refusal(409, "handover_over");
  await db.update(Handover, { id: handoverId }, { state: "withdrawn" });
  await announce(db, `counter:${meeting.counterId}`);
}
