import type { MoveAppointmentInput } from "@balie/contract/appointments";
import type { MeetingStatus } from "@balie/contract/meetings";
import type { Context, LinkHolder } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { announce } from "../../platform/live/announce.js";
import { scheduleMessages, withdrawMessages } from "../../platform/outbox/schedule-message.js";
import { loadTimetable } from "../availability/load-timetable.js";
import { Appointment } from "./appointment.entity.js";
import { isCancelled, isChangeable, remindersFor } from "./appointment.rules.js";
import { loadAppointment, lockAppointment } from "./load-appointment.js";
import { lockCounter } from "./lock-counter.js";
import { refuseOverlap, takeSlot } from "./take-slot.js";
import type { TellOthers } from "./tell-others.js";

/** The citizen takes another time for the same service: same link, same calendar entry (SEQUENCE rises), new reminders. The same time again changes nothing.
    Refused: 410 appointment_cancelled, 409 too_late_to_change, slot_not_offered, slot_taken. */
export async function moveAppointment(
  { db, actor, now }: Context<LinkHolder>,
  { startsAt }: MoveAppointmentInput,
  meetingStatusOf: (appointment: Appointment) => Promise<MeetingStatus>,
  tellOthers: TellOthers,
): Promise<Appointment> {
  const { serviceId, counterId } = await loadAppointment(db, actor.appointmentId);
  await lockCounter(db, counterId);
  const appointment = await lockAppointment(db, actor.appointmentId);
  if (isCancelled(appointment.status)) throw new Refusal(410, "appointment_cancelled");
  if (!isChangeable(appointment, await meetingStatusOf(appointment), now)) throw new Refusal(409, "too_late_to_change");
  if (appointment.startsAt.getTime() === new Date(startsAt).getTime()) return appointment;

  const { timetable } = await loadTimetable(db, serviceId);
  const slot = await takeSlot(db, counterId, new Date(startsAt), timetable, now, appointment.id);
  const change = { ...slot, sequence: appointment.sequence + 1, changedAt: now };
  await db.update(Appointment, { id: appointment.id }, change).catch(refuseOverlap);
  await withdrawMessages(db, appointment.id, [
    "appointment_moved",
    "appointment_reminder_day",
    "appointment_reminder_hour",
  ]);
  await scheduleMessages(db, [
    { kind: "appointment_moved", subjectId: appointment.id, dueAt: now },
    ...remindersFor(slot.startsAt, now).map((reminder) => ({ ...reminder, subjectId: appointment.id })),
  ]);
  await tellOthers(db, { appointmentId: appointment.id, is: "moved" }, now);
  await announce(db, `counter:${counterId}`);
  return Object.assign(appointment, change);
}
