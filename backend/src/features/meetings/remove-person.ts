import type { ClerkActor, Context } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { announce } from "../../platform/live/announce.js";
import { Arrival } from "./arrival.entity.js";
import { lockMeetingFor } from "./load-meeting.js";
import type { Meeting } from "./meeting.entity.js";
import { leads } from "./meeting.policy.js";
import { orderRoom } from "./order-room.js";

/** The clerk puts a person out of the call, or refuses a browser that waits for the nod: it gets no token any more, and a token it still has opens nothing.
    Refused: 404 not_found, 403 forbidden (who does not lead), 410 meeting_ended. */
export async function removePerson(
  { db, actor, now }: Context<ClerkActor>,
  { meetingId, arrivalId }: { meetingId: string; arrivalId: string },
): Promise<Meeting> {
  const meeting = await lockMeetingFor(db, actor, meetingId);
  if (meeting.status === "ended") throw new Refusal(410, "meeting_ended");
  if (!leads(actor, meeting)) throw new Refusal(403, "forbidden");
  const arrival = await db.findOneBy(Arrival, { id: arrivalId, meetingId });
  if (!arrival) throw new Refusal(404, "not_found");
  if (arrival.state !== "removed") {
    await db.update(Arrival, { id: arrivalId }, { state: "removed" });
    await orderRoom(db, meeting.room!, arrivalId, now);
    await announce(db, `counter:${meeting.counterId}`);
  }
  return meeting;
}
