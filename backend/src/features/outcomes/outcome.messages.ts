import type { Language } from "@balie/contract/locales/languages";
import { type Piece, renderHtml, renderText } from "../../platform/mail/letter.js";
import type { Mail } from "../../platform/mail/mail.js";
import { describeMoment, mailTexts } from "../../platform/mail/mail-texts.js";

export type FollowUpMail = {
  language: Language;
  citizen: { name: string; address: string };
  municipality: { name: string; timeZone: string; phone: string | null };
  startsAt: Date;
  /** The clerk's words for the citizen; may be empty. */
  message: string;
  links: string[];
  /** The secret link: after the meeting it leads to the survey. */
  link: string;
};

/** The mail after the meeting: what the clerk wrote, the links of the call, and the survey. */
export function writeFollowUpMail(mail: FollowUpMail): Mail {
  const subject = mailTexts(mail.language)("followUpSubject", { municipality: mail.municipality.name });
  const letter = { language: mail.language, subject, pieces: piecesOf(mail) };
  return { to: mail.citizen, language: mail.language, subject, text: renderText(letter), html: renderHtml(letter) };
}

function piecesOf({ language, citizen, municipality, startsAt, message, links, link }: FollowUpMail): Piece[] {
  const t = mailTexts(language);
  const when = t("whenShort", describeMoment(startsAt, language, municipality.timeZone));
  const pieces: Piece[] = [
    { piece: "paragraph", text: t("greeting", { name: citizen.name }) },
    { piece: "paragraph", text: t("followUpLead", { when }) },
  ];
  if (message) pieces.push({ piece: "heading", text: t("followUpMessage") }, { piece: "paragraph", text: message });
  if (links.length > 0) pieces.push({ piece: "heading", text: t("followUpLinks") }, { piece: "links", urls: links });
  pieces.push(
    { piece: "heading", text: t("followUpSurvey") },
    { piece: "paragraph", text: t("followUpSurveyWhy") },
    { piece: "button", label: t("openSurvey"), url: link, hint: t("linkBelow") },
  );
  if (municipality.phone) {
    pieces.push(
      { piece: "heading", text: t("phoneTitle") },
      { piece: "paragraph", text: t("phone", { phone: municipality.phone }) },
    );
  }
  pieces.push(
    { piece: "paragraph", text: `${t("closing")}\n${municipality.name}` },
    { piece: "paragraph", text: t("automatic") },
  );
  return pieces;
}
