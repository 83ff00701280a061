import type { ClerkActor, Context } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { DialIn } from "./dial-in.entity.js";
import { lockLedMeeting } from "./lock-led-meeting.js";

/** The clerk who leads takes a PIN back. One that was used or is over stays so. Refused: 404 not_found (also another meeting's), 403 forbidden (who does not lead), 410 meeting_ended. */
export async function withdrawDialIn(
  { db, actor }: Context<ClerkActor>,
  { meetingId, dialInId }: { meetingId: string; dialInId: string },
): Promise<DialIn> {
  await lockLedMeeting(db, actor, meetingId);
  const dialIn = await db.findOneBy(DialIn, { id: dialInId, meetingId });
  if (!dialIn) throw new Refusal(404, "not_found");
  if (dialIn.state !== "open") return dialIn;
  const change = { state: "withdrawn" as const, pinHash: null };
  await db.update(DialIn, { id: dialInId }, change);
  return Object.assign(dialIn, change);
}
