import type { AppointmentStatus } from "@balie/contract/appointments";
import type { MeetingStatus } from "@balie/contract/meetings";

const minute = 60_000;
/** The waiting room opens this long before the start, and closes to newcomers this long after the end. */
const opensMinutes = 30;
const closesMinutes = 60;

type Timed = { startsAt: Date; endsAt: Date; status: AppointmentStatus };

export const waitingRoomOpensAt = ({ startsAt }: Pick<Timed, "startsAt">): Date =>
  new Date(startsAt.getTime() - opensMinutes * minute);
export const waitingRoomClosesAt = ({ endsAt }: Pick<Timed, "endsAt">): Date =>
  new Date(endsAt.getTime() + closesMinutes * minute);

/** A citizen cancels or moves until the start, as long as they have not come to the waiting room. */
export const isChangeable = (
  { startsAt, status }: Pick<Timed, "startsAt" | "status">,
  meeting: MeetingStatus,
  now: Date,
): boolean => status === "booked" && meeting === "planned" && now < startsAt;

export const cancelledStatuses: readonly AppointmentStatus[] = ["cancelled_by_citizen", "cancelled_by_office"];
export const isCancelled = (status: AppointmentStatus): boolean => cancelledStatuses.includes(status);

export type Reminder = { kind: "appointment_reminder_day" | "appointment_reminder_hour"; dueAt: Date };

/** Reminders 24 hours and 1 hour before; those whose moment has passed, or comes within ten minutes of the booking, are left out: the confirmation is enough. */
export function remindersFor(startsAt: Date, now: Date): Reminder[] {
  const before = (hours: number) => new Date(startsAt.getTime() - hours * 60 * minute);
  const all: Reminder[] = [
    { kind: "appointment_reminder_day", dueAt: before(24) },
    { kind: "appointment_reminder_hour", dueAt: before(1) },
  ];
  return all.filter(({ dueAt }) => dueAt.getTime() - now.getTime() >= 10 * minute);
}
