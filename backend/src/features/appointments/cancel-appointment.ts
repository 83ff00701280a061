import type { MeetingStatus } from "@balie/contract/meetings";
import type { Context, LinkHolder } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { announce } from "../../platform/live/announce.js";
import { scheduleMessages, withdrawMessages } from "../../platform/outbox/schedule-message.js";
import { Appointment } from "./appointment.entity.js";
import { isCancelled, isChangeable } from "./appointment.rules.js";
import { lockAppointment } from "./load-appointment.js";
import type { TellOthers } from "./tell-others.js";

/** The citizen cancels: the seat is free again, what was not sent is withdrawn, a cancellation goes to the calendar. A second time changes nothing.
    Refused: 409 too_late_to_change. */
export async function cancelAppointment(
  { db, actor, now }: Context<LinkHolder>,
  meetingStatusOf: (appointment: Appointment) => Promise<MeetingStatus>,
  tellOthers: TellOthers,
): Promise<Appointment> {
  const appointment = await lockAppointment(db, actor.appointmentId);
  if (isCancelled(appointment.status)) return appointment;
  if (!isChangeable(appointment, await meetingStatusOf(appointment), now)) throw new Refusal(409, "too_late_to_change");

  const change = { status: "cancelled_by_citizen" as const, sequence: appointment.sequence + 1, changedAt: now };
  await db.update(Appointment, { id: appointment.id }, change);
  await withdrawMessages(db, appointment.id);
  await scheduleMessages(db, [{ kind: "appointment_cancelled", subjectId: appointment.id, dueAt: now }]);
  await tellOthers(db, { appointmentId: appointment.id, is: "cancelled" }, now);
  await announce(db, `counter:${appointment.counterId}`);
  return Object.assign(appointment, change);
}
