import type { Texts } from "../texts.js";
import type { nl } from "./nl.js";

export const de: Texts<typeof nl> = {
  title: "Willkommen am Schalter von {municipality}",
  intro: "Wählen Sie einen Namen und ein Passwort. Danach sind Sie angemeldet.",
  once: "Dieser Link funktioniert einmal. Danach melden Sie sich mit Ihrer E-Mail-Adresse und Ihrem Passwort an.",
  email: "Ihre E-Mail-Adresse",
  emailHint: "Damit melden Sie sich an.",
  name: "Ihr Name",
  nameHint: "Besucher sehen diesen Namen im Gespräch.",
  nameMissing: "Geben Sie Ihren Namen ein.",
  nameTooLong: "Ihr Name ist zu lang. Verwenden Sie höchstens 120 Zeichen.",
  nameWrong: "Ihr Name enthält ein Zeichen, das nicht geht. Geben Sie ihn noch einmal ein.",
  password: "Wählen Sie ein Passwort",
  passwordHint: "Mindestens 12 Zeichen. Ein paar Wörter hintereinander sind gut und leicht zu merken.",
  passwordMissing: "Wählen Sie ein Passwort mit mindestens 12 Zeichen.",
  passwordTooShort: "Ihr Passwort ist zu kurz. Verwenden Sie mindestens 12 Zeichen.",
  passwordTooLong: "Ihr Passwort ist zu lang. Verwenden Sie höchstens 200 Zeichen.",
  showPassword: "Passwort anzeigen",
  accept: "Speichern und anmelden",
  deadTitle: "Dieser Link funktioniert nicht",
  toConsole: "Zur Anmeldung",
};
