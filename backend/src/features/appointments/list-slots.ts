import type { SlotDay, SlotList } from "@balie/contract/services";
import type { Context } from "../../platform/context.js";
import { loadTimetable } from "../availability/load-timetable.js";
import { boundsOfDay, daysFrom, horizonOf, offerOfDay } from "../availability/slot.rules.js";
import { loadTaken } from "./load-taken.js";

type SlotQuery = { serviceId: string; from?: string | undefined; days: number };

/** What a service offers in the days from `from` (today when absent), and the next day after them with a slot. Refused: 404 not_found. */
export async function listSlots({ db, now }: Context, { serviceId, from, days }: SlotQuery): Promise<SlotList> {
  const { service, timetable } = await loadTimetable(db, serviceId);
  const { first, last } = horizonOf(timetable, now);
  const asked = daysFrom(from ?? first, days);
  const later = daysBetween(asked.at(-1)!, last);
  const all = [...asked, ...later];
  const taken = await loadTaken(
    db,
    service.counterId,
    boundsOfDay(all[0]!, timetable.timeZone).from,
    boundsOfDay(all.at(-1)!, timetable.timeZone).until,
  );
  const offer = (date: string): SlotDay => offerOfDay(date, timetable, taken, now);
  const nextDate = later.find((date) => offer(date).withoutSlots === null) ?? null;
  return { timeZone: timetable.timeZone, days: asked.map(offer), nextDate };
}

/** The days after `day` up to `last`. */
function daysBetween(day: string, last: string): string[] {
  const count = Math.round((Date.parse(last) - Date.parse(day)) / 86_400_000);
  return count > 0 ? daysFrom(day, count + 1).slice(1) : [];
}
