import type { EntityManager } from "typeorm";
import type { Mail } from "../../platform/mail/mail.js";
import { unsealToken } from "../../platform/tokens.js";
import { senderAddress } from "../appointments/calendar-event.js";
import type { MailSettings } from "../appointments/compose-appointment-mail.js";
import { loadMunicipality } from "../counters/load-municipality.js";
import { InterpreterReservation } from "./interpreter-reservation.entity.js";
import { isWanted, type ReservationMailKind, writeReservationMail } from "./reservation.messages.js";

/** A mail to an interpreter as things stand now; null when it is of no use any more, or they can't be mailed. */
export async function composeReservationMail(
  db: EntityManager,
  settings: MailSettings,
  kind: ReservationMailKind,
  id: string,
  now: Date,
): Promise<Mail | null> {
  const found = await db.findOne(InterpreterReservation, {
    where: { id },
    relations: { interpreter: true, appointment: true },
  });
  if (!found || !isWanted(kind, found, now)) return null;
  const address = found.interpreter.email ?? (kind === "reservation_released" ? found.email : null);
  if (!address) return null;
  const { interpreter, appointment, state, language, startsAt, endsAt, answerBy } = found;
  const mail = {
    ...{ kind, id, state, startsAt, endsAt, answerBy, interpreted: language },
    interpreter: { name: interpreter.name, address },
    mailLanguage: interpreter.mailLanguage,
    isStillHeld: appointment.status === "booked" && appointment.startsAt.getTime() === startsAt.getTime(),
    municipality: await loadMunicipality(db),
    link: `${settings.PUBLIC_URL}/i/${unsealToken(settings.APP_SECRET, found.linkSealed)}?lang=${interpreter.mailLanguage}`,
    host: new URL(settings.PUBLIC_URL).hostname,
    organizerAddress: senderAddress(settings),
  };
  return writeReservationMail(mail, now);
}
