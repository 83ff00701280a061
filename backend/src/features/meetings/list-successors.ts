import type { Successor } from "@balie/contract/handovers";
import type { ClerkActor, Context } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { findSuccessors } from "./find-successors.js";
import { Meeting } from "./meeting.entity.js";
import { leads, maySee } from "./meeting.policy.js";

/** Whom the clerk who leads can ask to take over: those of the counter who are at their console, and whoever is in the meeting. Refused: 404 not_found, 403 forbidden (who does not lead). */
export async function listSuccessors(
  { db, actor, now }: Context<ClerkActor>,
  { meetingId }: { meetingId: string },
): Promise<Successor[]> {
  const meeting = await db.findOneBy(Meeting, { id: meetingId });
  if (!meeting || !maySee(actor, meeting)) throw new Refusal(404, "not_found");
  if (!leads(actor, meeting)) throw new Refusal(403, "forbidden");
  const found = await findSuccessors(db, meeting, now);
  return found.filter(({ isThere, isInMeeting }) => isThere || isInMeeting);
}
