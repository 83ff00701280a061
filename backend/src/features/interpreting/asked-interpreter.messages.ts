import { languageName } from "@balie/contract/locales/interpreted-languages";
import type { Language } from "@balie/contract/locales/languages";
import { type Piece, renderHtml, renderText } from "../../platform/mail/letter.js";
import type { Mail } from "../../platform/mail/mail.js";
import { mailTexts } from "../../platform/mail/mail-texts.js";

export const askedInterpreterMailKind = "interpreter_asked";

type AskedMail = {
  interpreter: { name: string; address: string };
  /** ISO 639 code. */
  interpreted: string;
  mailLanguage: Language;
  municipality: { name: string; phone: string | null };
  link: string;
};

/** A meeting is in progress and an interpreter is wanted in it, now; never the matter, nor whose it is. */
export function writeAskedMail({
  interpreter,
  interpreted,
  mailLanguage: language,
  municipality,
  link,
}: AskedMail): Mail {
  const t = mailTexts(language);
  const values = { municipality: municipality.name, language: languageName(interpreted, language) };
  const subject = t("interpreterAskedSubject", values);
  const { phone } = municipality;
  const pieces: Piece[] = [
    { piece: "important", text: t("interpreterAskedLead", values) },
    { piece: "paragraph", text: t("greeting", { name: interpreter.name }) },
    { piece: "paragraph", text: t("interpreterAskedHow") },
    { piece: "button", label: t("interpreterAskedOpen"), url: link, hint: t("linkBelow") },
    { piece: "paragraph", text: t("interpreterAskedLate") },
    ...(phone ? [{ piece: "paragraph" as const, text: t("phone", { phone }) }] : []),
    { piece: "paragraph", text: `${t("closing")}\n${municipality.name}` },
    { piece: "paragraph", text: t("automatic") },
  ];
  const letter = { language, subject, pieces };
  return { to: interpreter, language, subject, text: renderText(letter), html: renderHtml(letter) };
}
