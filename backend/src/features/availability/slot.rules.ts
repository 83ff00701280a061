import type { SlotDay } from "@balie/contract/services";
import { DateTime } from "luxon";

export type Hours = { weekday: number; opensMinute: number; closesMinute: number };
export type Closed = { startsOn: string; endsOn: string };
/** A seat that is taken from `from` up to `until`. */
export type Taken = { seat: number; from: Date; until: Date };
export type Slot = { startsAt: Date; endsAt: Date; seatFreeAt: Date };

export type Timetable = {
  timeZone: string;
  hours: Hours[];
  closures: Closed[];
  capacity: number;
  slotMinutes: number;
  noticeMinutes: number;
  horizonDays: number;
  durationMinutes: number;
  bufferMinutes: number;
};

const minute = 60_000;
const plus = (time: Date, minutes: number) => new Date(time.getTime() + minutes * minute);

/** The one seat that is free throughout, buffer included, or null. Counting alone would offer a time at which every seat is taken for a part of it;
    numbers alone one at which seats beyond a lowered capacity are still taken. */
export function freeSeat(slot: Pick<Slot, "startsAt" | "seatFreeAt">, taken: Taken[], capacity: number): number | null {
  const overlapping = taken.filter(({ from, until }) => from < slot.seatFreeAt && until > slot.startsAt);
  const seats = new Set(overlapping.map(({ seat }) => seat));
  if (seats.size >= capacity) return null;
  for (let seat = 1; seat <= capacity; seat += 1) if (!seats.has(seat)) return seat;
  return null;
}

const isClosed = (date: string, closures: Closed[]) =>
  closures.some(({ startsOn, endsOn }) => startsOn <= date && date <= endsOn);

/** Minutes from midnight at which slots start on a weekday, by opening hours alone. */
const startsOn = ({ hours, slotMinutes, durationMinutes }: Timetable, weekday: number): number[] =>
  hours
    .filter((stretch) => stretch.weekday === weekday)
    .flatMap(({ opensMinute, closesMinute }) =>
      Array.from(
        { length: Math.max(0, Math.floor((closesMinute - durationMinutes - opensMinute) / slotMinutes) + 1) },
        (_, index) => opensMinute + index * slotMinutes,
      ),
    );

/** Whether `startsOn` has this minute: a booking asks for one. */
const isStart = ({ hours, slotMinutes, durationMinutes }: Timetable, weekday: number, minuteOfDay: number): boolean =>
  hours.some(
    (stretch) =>
      stretch.weekday === weekday &&
      minuteOfDay >= stretch.opensMinute &&
      minuteOfDay + durationMinutes <= stretch.closesMinute &&
      (minuteOfDay - stretch.opensMinute) % slotMinutes === 0,
  );

/** A wall-clock time that a clock change skips does not exist (null); one that comes twice is offered the first time. */
function slotAt(day: DateTime, minuteOfDay: number, { durationMinutes, bufferMinutes }: Timetable): Slot | null {
  const local = day.set({ hour: Math.floor(minuteOfDay / 60), minute: minuteOfDay % 60, second: 0, millisecond: 0 });
  if (local.hour * 60 + local.minute !== minuteOfDay) return null;
  const startsAt = local.toJSDate();
  const endsAt = plus(startsAt, durationMinutes);
  return { startsAt, endsAt, seatFreeAt: plus(endsAt, bufferMinutes) };
}

/** All slots of a day (yyyy-mm-dd, in the timetable's zone) by opening hours alone. */
export function slotsOfDay(date: string, timetable: Timetable): Slot[] {
  const day = DateTime.fromISO(date, { zone: timetable.timeZone });
  return startsOn(timetable, day.weekday)
    .flatMap((minuteOfDay) => slotAt(day, minuteOfDay, timetable) ?? [])
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
}

/** First and last day (yyyy-mm-dd) of the booking horizon, seen from `now`. */
export function horizonOf({ timeZone, horizonDays }: Pick<Timetable, "timeZone" | "horizonDays">, now: Date) {
  const first = DateTime.fromJSDate(now, { zone: timeZone }).toISODate()!;
  return { first, last: new Date(Date.parse(first) + (horizonDays - 1) * 1440 * minute).toISOString().slice(0, 10) };
}

/** What one day offers at `now`, and why it offers nothing where it does not. */
export function offerOfDay(date: string, timetable: Timetable, taken: Taken[], now: Date): SlotDay {
  const nothing = (withoutSlots: SlotDay["withoutSlots"]): SlotDay => ({ date, slots: [], withoutSlots });
  const { first, last } = horizonOf(timetable, now);
  if (date < first) return nothing("too_soon");
  if (date > last) return nothing("beyond_horizon");
  if (isClosed(date, timetable.closures)) return nothing("closure");
  const all = slotsOfDay(date, timetable);
  if (all.length === 0) return nothing("closed");
  const inTime = all.filter(({ startsAt }) => startsAt.getTime() >= now.getTime() + timetable.noticeMinutes * minute);
  if (inTime.length === 0) return nothing("too_soon");
  const free = inTime.filter((slot) => freeSeat(slot, taken, timetable.capacity) !== null);
  if (free.length === 0) return nothing("full");
  return {
    date,
    slots: free.map(({ startsAt, endsAt }) => ({ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() })),
    withoutSlots: null,
  };
}

/** The slot that starts exactly then, if opening hours, notice and horizon offer it; seats are another question. */
export function slotStartingAt(startsAt: Date, timetable: Timetable, now: Date): Slot | null {
  const local = DateTime.fromJSDate(startsAt, { zone: timetable.timeZone });
  const date = local.toISODate()!;
  const { first, last } = horizonOf(timetable, now);
  if (date < first || date > last || isClosed(date, timetable.closures)) return null;
  if (startsAt.getTime() < now.getTime() + timetable.noticeMinutes * minute) return null;
  const minuteOfDay = local.hour * 60 + local.minute;
  if (!isStart(timetable, local.weekday, minuteOfDay)) return null;
  const slot = slotAt(local.startOf("day"), minuteOfDay, timetable);
  return slot?.startsAt.getTime() === startsAt.getTime() ? slot : null;
}

/** Every day from `from` (yyyy-mm-dd), `days` of them. */
export const daysFrom = (from: string, days: number): string[] =>
  Array.from(
    { length: days },
    (_, index) => DateTime.fromISO(from, { zone: "utc" }).plus({ days: index }).toISODate()!,
  );

/** A day's bounds as instants. */
export function boundsOfDay(date: string, timeZone: string): { from: Date; until: Date } {
  const day = DateTime.fromISO(date, { zone: timeZone });
  return { from: day.toJSDate(), until: day.plus({ days: 1 }).toJSDate() };
}
