import { type CounterInFile, weekdays } from "@balie/contract/municipality-file";

export type Stretch = { weekday: number; opensMinute: number; closesMinute: number };

/** Minutes from midnight of a time like 09:00; 24:00 is the end of the day. */
const minutesOf = (clockTime: string): number => Number(clockTime.slice(0, 2)) * 60 + Number(clockTime.slice(3));

/** The hours of a municipality file day by day, in order. */
export const stretchesOf = (hours: CounterInFile["hours"]): Stretch[] =>
  hours
    .flatMap(({ days, from, until }) =>
      [...new Set(days)].map((day) => ({
        weekday: weekdays.indexOf(day) + 1,
        opensMinute: minutesOf(from),
        closesMinute: minutesOf(until),
      })),
    )
    .sort((one, other) => one.weekday - other.weekday || one.opensMinute - other.opensMinute);
