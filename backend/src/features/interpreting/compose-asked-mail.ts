import type { EntityManager } from "typeorm";
import type { Mail } from "../../platform/mail/mail.js";
import { unsealToken } from "../../platform/tokens.js";
import type { MailSettings } from "../appointments/compose-appointment-mail.js";
import { loadMunicipality } from "../counters/load-municipality.js";
import { writeAskedMail } from "./asked-interpreter.messages.js";
import { InterpreterLink } from "./interpreter-link.entity.js";

/** The mail that asks an interpreter to come now, by their link; null when they are no more asked, or can't be mailed. */
export async function composeAskedMail(
  db: EntityManager,
  { PUBLIC_URL, APP_SECRET }: MailSettings,
  linkId: string,
): Promise<Mail | null> {
  const link = await db.findOne(InterpreterLink, {
    where: { id: linkId },
    relations: { interpreter: true, guest: true, meeting: true },
  });
  if (!link?.interpreter.email || link.state === "withdrawn" || link.guest?.state !== "announced") return null;
  if (link.meeting.status !== "in_progress") return null;
  const path = link.reservationId ? "i" : "t";
  return writeAskedMail({
    interpreter: { name: link.interpreter.name, address: link.interpreter.email },
    interpreted: link.language,
    mailLanguage: link.interpreter.mailLanguage,
    municipality: await loadMunicipality(db),
    link: `${PUBLIC_URL}/${path}/${unsealToken(APP_SECRET, link.linkSealed)}`,
  });
}
