import { z } from "zod";
import { localised } from "./languages.js";
import { sentId } from "./sent-id.js";

/** A web page that the municipality keeps ready for this service, for a clerk to show in a call. */
export const preparedPage = z.object({ title: localised, url: z.string() });
export type PreparedPage = z.infer<typeof preparedPage>;

export const serviceView = z.object({
  id: z.uuid(),
  name: localised,
  description: localised,
  /** What to bring or keep at hand; null when nothing. */
  bring: localised.nullable(),
  durationMinutes: z.number().int(),
  counterName: localised,
});
export type ServiceView = z.infer<typeof serviceView>;

/** GET /api/services */
export const serviceList = z.object({ services: z.array(serviceView) });
export type ServiceList = z.infer<typeof serviceList>;

const day = z.iso.date();

/** GET /api/services/:serviceId/slots?from=2026-11-24&days=7; `from` is a day in the municipality's time zone, today when absent. */
export const slotQuery = z.object({
  serviceId: sentId,
  from: day.regex(/^20/).optional(),
  days: z.coerce.number().int().min(1).max(31).default(7),
});

export const slotView = z.object({ startsAt: z.iso.datetime(), endsAt: z.iso.datetime() });
export type SlotView = z.infer<typeof slotView>;

/** Every day of the period, also those without a slot, with the reason. */
export const slotDay = z.object({
  date: day,
  slots: z.array(slotView),
  /** null when there are slots; else why there is none. `beyond_horizon`: not open for booking yet; `too_soon`: past, or within the notice. */
  withoutSlots: z.enum(["closed", "closure", "full", "too_soon", "beyond_horizon"]).nullable(),
});
export type SlotDay = z.infer<typeof slotDay>;

export const slotList = z.object({
  timeZone: z.string(),
  days: z.array(slotDay),
  /** The first day with a slot on or after the period's end, or null when there is none within the horizon. */
  nextDate: day.nullable(),
});
export type SlotList = z.infer<typeof slotList>;
