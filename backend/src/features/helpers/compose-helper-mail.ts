import type { EntityManager } from "typeorm";
import type { Mail } from "../../platform/mail/mail.js";
import { unsealToken } from "../../platform/tokens.js";
import { isCancelled, waitingRoomClosesAt } from "../appointments/appointment.rules.js";
import type { MailSettings } from "../appointments/compose-appointment-mail.js";
import { loadMunicipality } from "../counters/load-municipality.js";
import { Helper } from "./helper.entity.js";
import { type HelperMailKind, writeHelperMail } from "./helper.messages.js";

/** A mail to a helper as things stand now; null when the invitation was withdrawn, or the mail is of no use any more. */
export async function composeHelperMail(
  db: EntityManager,
  settings: MailSettings,
  kind: HelperMailKind,
  helperId: string,
  now: Date,
): Promise<Mail | null> {
  const helper = await db.findOne(Helper, { where: { id: helperId }, relations: { meeting: { appointment: true } } });
  if (!helper?.email || helper.state === "withdrawn" || helper.meeting.status === "ended") return null;
  const { appointment } = helper.meeting;
  if (isCancelled(appointment.status) !== (kind === "helper_cancelled")) return null;
  if (now >= waitingRoomClosesAt(appointment)) return null;
  return writeHelperMail({
    kind,
    language: appointment.language,
    helper: { name: helper.name, address: helper.email },
    invitedBy: appointment.citizenName,
    municipality: await loadMunicipality(db),
    startsAt: appointment.startsAt,
    link: helperLink(settings, helper),
  });
}

export const helperLink = (
  { PUBLIC_URL, APP_SECRET }: Pick<MailSettings, "PUBLIC_URL" | "APP_SECRET">,
  { linkSealed }: Pick<Helper, "linkSealed">,
): string => `${PUBLIC_URL}/h/${unsealToken(APP_SECRET, linkSealed)}`;
