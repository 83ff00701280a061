import type { EntityManager } from "typeorm";
import type { Mail } from "../../platform/mail/mail.js";
import { unsealToken } from "../../platform/tokens.js";
import { Appointment } from "../appointments/appointment.entity.js";
import type { MailSettings } from "../appointments/compose-appointment-mail.js";
import { loadMunicipality } from "../counters/load-municipality.js";
import { Meeting } from "../meetings/meeting.entity.js";
import { Outcome } from "./outcome.entity.js";
import { writeFollowUpMail } from "./outcome.messages.js";

const ofUseDays = 14;

/** The follow-up as the outcome stands now; null when the appointment was erased, for a citizen without an address, or after a fortnight without a mail server. */
export async function composeFollowUpMail(
  db: EntityManager,
  settings: MailSettings,
  appointmentId: string,
  now: Date,
): Promise<Mail | null> {
  const appointment = await db.findOneBy(Appointment, { id: appointmentId });
  const meeting = await db.findOneBy(Meeting, { appointmentId });
  const outcome = meeting && (await db.findOneBy(Outcome, { meetingId: meeting.id }));
  const address = appointment?.citizenEmail;
  if (!appointment || !address || !outcome) return null;
  if (now.getTime() - outcome.recordedAt.getTime() > ofUseDays * 86_400_000) return null;
  return writeFollowUpMail({
    language: appointment.language,
    citizen: { name: appointment.citizenName, address },
    municipality: await loadMunicipality(db),
    startsAt: appointment.startsAt,
    message: outcome.message,
    links: outcome.links,
    link: `${settings.PUBLIC_URL}/a/${unsealToken(settings.APP_SECRET, appointment.linkSealed)}`,
  });
}
