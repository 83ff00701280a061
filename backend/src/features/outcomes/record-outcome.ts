import type { RecordOutcomeInput } from "@balie/contract/outcomes";
import type { ClerkActor, Context } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { announce } from "../../platform/live/announce.js";
import { scheduleMessages, withdrawMessages } from "../../platform/outbox/schedule-message.js";
import { lockMeetingFor } from "../meetings/load-meeting.js";
import { leads } from "../meetings/meeting.policy.js";
import { Outcome } from "./outcome.entity.js";

/** Who led the meeting closes its case: what came of it, and what the citizen hears by mail. Recorded again it changes the record; the follow-up goes out
    anew only if the first one has not gone. Refused: 404, 403 to who does not lead, 409 meeting_not_ended. */
export async function recordOutcome(
  { db, actor, now }: Context<ClerkActor>,
  input: RecordOutcomeInput,
): Promise<Outcome> {
  const meeting = await lockMeetingFor(db, actor, input.meetingId);
  if (meeting.clerkId !== null && !leads(actor, meeting)) throw new Refusal(403, "forbidden");
  if (meeting.status !== "ended") throw new Refusal(409, "meeting_not_ended");
  const earlier = await db.findOneBy(Outcome, { meetingId: meeting.id });
  const outcome = db.create(Outcome, { ...earlier, ...input, clerkId: actor.clerkId, recordedAt: now });
  await db.save(outcome);
  const withdrawn = await withdrawMessages(db, meeting.appointmentId, ["meeting_follow_up"]);
  if (!earlier || withdrawn > 0)
    await scheduleMessages(db, [{ kind: "meeting_follow_up", subjectId: meeting.appointmentId, dueAt: now }]);
  await announce(db, `counter:${meeting.counterId}`);
  return outcome;
}
