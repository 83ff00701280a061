import type { Language } from "@balie/contract/locales/languages";
import { type Piece, renderHtml, renderText } from "../../platform/mail/letter.js";
import type { Mail } from "../../platform/mail/mail.js";
import { describeMoment, mailTexts } from "../../platform/mail/mail-texts.js";

export const helperMailKinds = ["helper_invited", "helper_moved", "helper_cancelled"] as const;
export type HelperMailKind = (typeof helperMailKinds)[number];

export type HelperMail = {
  kind: HelperMailKind;
  language: Language;
  helper: { name: string; address: string };
  invitedBy: string;
  municipality: { name: string; timeZone: string; phone: string | null };
  startsAt: Date;
  /** The helper's own secret link. */
  link: string;
};

/** A mail in the language of who invites. Like all our mails it says nothing of the matter. */
export function writeHelperMail(mail: HelperMail): Mail {
  const { kind, language, helper, municipality, invitedBy, startsAt } = mail;
  const t = mailTexts(language);
  const when = t("whenShort", describeMoment(startsAt, language, municipality.timeZone));
  const subject = t(texts[kind].subject, { name: invitedBy, municipality: municipality.name, when });
  const letter = { language, subject, pieces: piecesOf(mail) };
  return { to: helper, language, subject, text: renderText(letter), html: renderHtml(letter) };
}

const texts = {
  helper_invited: { subject: "helperSubject", lead: "helperLead" },
  helper_moved: { subject: "helperMovedSubject", lead: "helperMovedLead" },
  helper_cancelled: { subject: "helperCancelledSubject", lead: "helperCancelledLead" },
} as const;

function piecesOf({ kind, language, helper, invitedBy, municipality, startsAt, link }: HelperMail): Piece[] {
  const t = mailTexts(language);
  const when = t("when", describeMoment(startsAt, language, municipality.timeZone));
  const beginning: Piece[] = [
    { piece: "important", text: t(texts[kind].lead, { name: invitedBy, municipality: municipality.name }) },
    { piece: "paragraph", text: t("greeting", { name: helper.name }) },
    { piece: "facts", facts: [{ label: t("labelWhen"), value: when }] },
  ];
  const ending: Piece[] = [
    { piece: "paragraph", text: `${t("closing")}\n${municipality.name}` },
    { piece: "paragraph", text: t("automatic") },
  ];
  if (kind === "helper_cancelled") return [...beginning, ...ending];
  return [
    ...beginning,
    { piece: "button", label: t("helperOpen"), url: link, hint: t("linkBelow") },
    { piece: "paragraph", text: t("helperSecret") },
    { piece: "heading", text: t("howTitle") },
    { piece: "list", entries: [t("howOpen"), t("howNoApp"), t("howTest"), t("howWait")] },
    { piece: "paragraph", text: t("helperUnknown", { name: invitedBy }) },
    ...ending,
  ];
}
