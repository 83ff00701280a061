import type { EntityManager } from "typeorm";
import type { Config } from "../../config.js";
import type { Mail } from "../../platform/mail/mail.js";
import { unsealToken } from "../../platform/tokens.js";
import { loadMunicipality } from "../counters/load-municipality.js";
import { Appointment } from "./appointment.entity.js";
import { type AppointmentMailKind, isWanted, writeAppointmentMail } from "./appointment.messages.js";
import { calendarEventOf } from "./calendar-event.js";
import { pinToCall } from "./citizen-pin.js";
import { shownKioskCode } from "./kiosk-code.js";

export type MailSettings = Pick<Config, "APP_SECRET" | "PUBLIC_URL" | "MAIL_FROM" | "DIAL_IN_NUMBER">;

/** The mail as the appointment stands now, or null when it is no longer wanted: see `isWanted`; an appointment that was erased wants none, and a citizen without an address gets none. */
export async function composeAppointmentMail(
  db: EntityManager,
  settings: MailSettings,
  kind: AppointmentMailKind,
  appointmentId: string,
  now: Date,
): Promise<Mail | null> {
  const appointment = await db.findOne(Appointment, { where: { id: appointmentId }, relations: { service: true } });
  const address = appointment?.citizenEmail;
  if (!appointment || !address || !isWanted(kind, appointment, now)) return null;
  const linkToken = unsealToken(settings.APP_SECRET, appointment.linkSealed);
  const link = { url: `${settings.PUBLIC_URL}/a/${linkToken}`, dialIn: pinToCall(appointment, linkToken, settings) };
  const published = calendarEventOf(appointment, await loadMunicipality(db), link, settings);
  const event = { ...published, citizen: { name: appointment.citizenName, address } };
  const isCancelledByOffice = appointment.status === "cancelled_by_office";
  const code = shownKioskCode(appointment, linkToken);
  const kiosk = code ? { code, url: `${settings.PUBLIC_URL}/kiosk` } : null;
  return writeAppointmentMail({ kind, event, isCancelledByOffice, bookingUrl: `${settings.PUBLIC_URL}/`, kiosk }, now);
}
