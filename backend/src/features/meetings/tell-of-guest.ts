import type { GuestTold } from "@balie/contract/guests";
import type { EntityManager } from "typeorm";
import type { ArrivedBrowser, Context } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { announce } from "../../platform/live/announce.js";
import { Arrival } from "./arrival.entity.js";
import { isInCall } from "./arrival.view.js";
import { Guest } from "./guest.entity.js";
import { Handover } from "./handover.entity.js";
import { stateAt } from "./handover.rules.js";
import { lockMeeting } from "./load-meeting.js";
import type { Meeting } from "./meeting.entity.js";
import { takeOver } from "./take-over.js";

/** The citizen's page has shown who comes: from now on they are let in. A second time changes nothing. An interpreter by telephone comes in with their answer, and one by a link once they wait.
    Told so of the clerk who takes over, the meeting is theirs.
    Refused: 404 not_found (also another meeting's), 403 not_admitted, 410 guest_gone. */
export async function tellOfGuest(
  { db, actor, now }: Context<ArrivedBrowser>,
  { guestId }: { guestId: string },
): Promise<GuestTold> {
  const { meetingId } = await db.findOneByOrFail(Arrival, { id: actor.arrivalId });
  const meeting = await lockMeeting(db, meetingId);
  const [arrival, guest, handover] = await Promise.all([
    db.findOneByOrFail(Arrival, { id: actor.arrivalId }),
    db.findOneBy(Guest, { id: guestId, meetingId }),
    db.findOneBy(Handover, { id: guestId, meetingId }),
  ]);
  if (!guest && !handover) throw new Refusal(404, "not_found");
  if (!isInCall({ ...arrival, meeting })) throw new Refusal(403, "not_admitted");
  if (guest) await letIn(db, meeting, guest, now);
  if (handover) await handOver(db, meeting, handover, now);
  return { guestId };
}

async function letIn(db: EntityManager, meeting: Meeting, guest: Guest, now: Date) {
  if (guest.state === "left" || guest.state === "removed") throw new Refusal(410, "guest_gone");
  if (guest.state === "announced" && (guest.role !== "interpreter" || guest.atDoorAt !== null)) {
    await db.update(Guest, { id: guest.id }, { state: "admitted", toldAt: now });
    await announce(db, `counter:${meeting.counterId}`);
  }
}

async function handOver(db: EntityManager, meeting: Meeting, handover: Handover, now: Date) {
  if (handover.state === "taken") return;
  if (stateAt(handover, now) !== "accepted") throw new Refusal(410, "guest_gone");
  await takeOver(db, meeting, handover, now);
}
