import type { ClerkActor, Context } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { Meeting } from "../meetings/meeting.entity.js";
import { leads, maySee } from "../meetings/meeting.policy.js";
import { DialIn } from "./dial-in.entity.js";

/** Who may dial in, may no more, or did. Refused: 404 not_found, 403 forbidden (who does not lead). */
export async function listDialIns(
  { db, actor }: Context<ClerkActor>,
  { meetingId }: { meetingId: string },
): Promise<DialIn[]> {
  const meeting = await db.findOneBy(Meeting, { id: meetingId });
  if (!meeting || !maySee(actor, meeting)) throw new Refusal(404, "not_found");
  if (!leads(actor, meeting)) throw new Refusal(403, "forbidden");
  return db.find(DialIn, { where: { meetingId }, order: { askedAt: "ASC", id: "ASC" } });
}
