import type { ClerkActor, Context } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { dismissGuest } from "./dismiss-guest.js";
import { Guest } from "./guest.entity.js";
import { lockMeetingFor } from "./load-meeting.js";
import type { Meeting } from "./meeting.entity.js";
import { leads } from "./meeting.policy.js";

/** The clerk who leads puts a guest out, or takes back that they come. Refused: 404 not_found, 403 forbidden (who does not lead), 410 meeting_ended. */
export async function removeGuest(
  { db, actor, now }: Context<ClerkActor>,
  { meetingId, guestId }: { meetingId: string; guestId: string },
): Promise<Meeting> {
  const meeting = await lockMeetingFor(db, actor, meetingId);
  if (meeting.status === "ended") throw new Refusal(410, "meeting_ended");
  if (!leads(actor, meeting)) throw new Refusal(403, "forbidden");
  const guest = await db.findOneBy(Guest, { id: guestId, meetingId });
  if (!guest) throw new Refusal(404, "not_found");
  await dismissGuest(db, meeting, guest, "removed", now);
  return meeting;
}
