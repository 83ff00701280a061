import type { PinToCall } from "@balie/contract/appointments";
import type { Config } from "../../config.js";
import type { Municipality } from "../counters/municipality.entity.js";
import type { PublishedEvent } from "./appointment.calendar.js";
import type { Appointment } from "./appointment.entity.js";
import { isCancelled } from "./appointment.rules.js";

/** `appointment` with its service loaded. */
export const calendarEventOf = (
  appointment: Appointment,
  municipality: Municipality,
  { url: link, dialIn }: { url: string; dialIn: PinToCall | null },
  config: Pick<Config, "PUBLIC_URL" | "MAIL_FROM">,
): PublishedEvent => ({
  id: appointment.id,
  host: new URL(config.PUBLIC_URL).hostname,
  sequence: appointment.sequence,
  startsAt: appointment.startsAt,
  endsAt: appointment.endsAt,
  isCancelled: isCancelled(appointment.status),
  language: appointment.language,
  service: appointment.service.name[appointment.language],
  bring: appointment.service.bring?.[appointment.language] || null,
  municipality: { name: municipality.name, phone: municipality.phone, timeZone: municipality.timeZone },
  link,
  dialIn,
  organizerAddress: senderAddress(config),
});

export const senderAddress = ({ MAIL_FROM }: Pick<Config, "MAIL_FROM">): string =>
  /<([^<>]+)>\s*$/.exec(MAIL_FROM)?.[1] ?? MAIL_FROM;
