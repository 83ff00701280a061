import type { CitizenPinView } from "@balie/contract/dial-in";
import type { Config } from "../../config.js";
import type { ClerkActor, Context } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { unsealToken } from "../../platform/tokens.js";
import { Appointment } from "../appointments/appointment.entity.js";
import { waitingRoomClosesAt, waitingRoomOpensAt } from "../appointments/appointment.rules.js";
import { citizenPinOf, hashPin } from "../appointments/citizen-pin.js";
import { loadAppointment } from "../appointments/load-appointment.js";
import { lockMeetingFor } from "../meetings/load-meeting.js";
import { refuseOver } from "../meetings/refuse-untimely.js";

/** A clerk of the counter has a new PIN, to read it to a citizen on the telephone. The one before opens nothing any more; whoever is on the line by it already stays.
    Refused: 404 not_found, 409 dial_in_unavailable, 410 appointment_cancelled, appointment_over, meeting_ended. */
export async function renewCitizenPin(
  { db, actor, now }: Context<ClerkActor>,
  { meetingId }: { meetingId: string },
  { APP_SECRET: appSecret, DIAL_IN_NUMBER: number }: Pick<Config, "APP_SECRET" | "DIAL_IN_NUMBER">,
): Promise<CitizenPinView> {
  if (!number) throw new Refusal(409, "dial_in_unavailable");
  const meeting = await lockMeetingFor(db, actor, meetingId);
  const appointment = await loadAppointment(db, meeting.appointmentId);
  refuseOver(appointment, meeting, now);
  const pinTurn = (appointment.pinTurn ?? 0) + 1;
  const pin = citizenPinOf(unsealToken(appSecret, appointment.linkSealed), pinTurn);
  await db.update(Appointment, { id: appointment.id }, { pinTurn, pinHash: hashPin(appSecret, pin) });
  return {
    ...{ number, pin },
    opensAt: waitingRoomOpensAt(appointment).toISOString(),
    closesAt: waitingRoomClosesAt(appointment).toISOString(),
  };
}
