import type { RecordOutcomeInput } from "@balie/contract/outcomes";
import type { ClerkActor, Context } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { announce } from "../../platform/live/announce.js";
import { scheduleMessages, withdrawMessages } from "../../platform/outbox/schedule-message.js";
import { lockMeetingFor } from "../meetings/load-meeting.js";
import { Outcome } from "./outcome.entity.js";

/** The clerk closes the meeting's case: what came of it, and what the citizen hears by mail. Recorded again it changes the record; the follow-up goes out
    anew only if the first one has not gone. Refused: 404, 403, 409 meeting_not_ended. */
export async function recordOutcome(
  { db, actor, now }: Context<ClerkActor>,
  input: RecordOutcomeInput,
): Promise<Outcome> {
  const meeting = await lockMeetingFor(db, actor, input.meetingId);
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
