import type { PhoneAnswer } from "@balie/contract/meetings";
import type { Context, LinkHolder } from "../../platform/context.js";
import { announce } from "../../platform/live/announce.js";
import { lockAppointment } from "../appointments/load-appointment.js";
import { Meeting } from "./meeting.entity.js";
import { meetingOf } from "./meeting-of.js";
import { PhoneRequest } from "./phone-request.entity.js";
import { planAgainWhenNobodyWaits } from "./plan-again.js";
import { refuseUntimely } from "./refuse-untimely.js";

/** The citizen asks to be phoned, from the opening of the waiting room on: they wait in the queue like everybody, also without a page that is open. A `number` of null takes it back.
    Refused: 410 appointment_cancelled, appointment_over, meeting_ended; 403 too_early. */
export async function askForPhoneCall(
  { db, actor, now }: Context<LinkHolder>,
  { number }: { number: string | null },
): Promise<PhoneAnswer> {
  const appointment = await lockAppointment(db, actor.appointmentId);
  const meeting = await meetingOf(db, appointment);
  refuseUntimely(appointment, meeting, now);
  if (number === null) {
    await db.delete(PhoneRequest, { meetingId: meeting.id });
    await planAgainWhenNobodyWaits(db, meeting);
  } else {
    await db.upsert(PhoneRequest, { meetingId: meeting.id, number, askedAt: now }, ["meetingId"]);
    if (meeting.status === "planned") await db.update(Meeting, { id: meeting.id }, { status: "waiting" });
  }
  await announce(db, `counter:${meeting.counterId}`);
  return { phone: number === null ? null : { number, askedAt: now.toISOString() } };
}
