import type { SlotDay, SlotList, SlotView } from "@balie/contract/services";
import { addDays, dateIn, hourIn } from "../../platform/time.js";

const daysShown = 7;

/** The period's first day is what `slots?from=` asks for; null: from today. */
export const earlierFrom = (list: SlotList, now: number): string | null => {
  const today = dateIn(new Date(now).toISOString(), list.timeZone);
  const first = list.days[0]?.date ?? today;
  if (first <= today) return null;
  const from = addDays(first, -daysShown);
  const isPast = from < today;
  return isPast ? today : from;
};

/** null: nothing can be booked beyond this period. */
export const laterFrom = (list: SlotList): string | null => {
  const last = list.days.at(-1);
  if (!last || (last.withoutSlots === "beyond_horizon" && !list.nextDate)) return null;
  return addDays(last.date, 1);
};

/** The day that stands open: the one chosen, else that of the chosen time, else the first with a time. */
export const openDay = (list: SlotList, wish: string | null, chosen: SlotView | null): SlotDay | null => {
  const bookable = list.days.filter((day) => day.slots.length > 0);
  const chosenDate = chosen && dateIn(chosen.startsAt, list.timeZone);
  const byDate = (date: string | null) => bookable.find((day) => day.date === date);
  return byDate(wish) ?? byDate(chosenDate) ?? bookable[0] ?? null;
};

export type PartOfDay = "morning" | "afternoon" | "evening";

export const partsOfDay = (slots: readonly SlotView[], timeZone: string): [PartOfDay, SlotView[]][] => {
  const parts: Record<PartOfDay, SlotView[]> = { morning: [], afternoon: [], evening: [] };
  for (const slot of slots) parts[partOf(hourIn(slot.startsAt, timeZone))].push(slot);
  return (Object.entries(parts) as [PartOfDay, SlotView[]][]).filter(([, within]) => within.length > 0);
};

function partOf(hour: number): PartOfDay {
  if (hour < 12) return "morning";
  return hour < 18 ? "afternoon" : "evening";
}
