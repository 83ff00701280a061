import type { Texts } from "../texts.js";
import type { nl } from "./nl.js";

export const de: Texts<typeof nl> = {
  greeting: "Guten Tag {name},",
  closing: "Mit freundlichen Grüßen",
  automatic: "Diese E-Mail wurde automatisch verschickt.",

  when: "{date} um {time} Uhr ({zone})",
  whenShort: "{date} um {time} Uhr",

  confirmedSubject: "Ihr Videotermin mit {municipality}: {when}",
  confirmedLead: "Ihr Videotermin ist gebucht.",
  movedSubject: "Ihr Videotermin mit {municipality} ist verschoben: {when}",
  movedLead: "Ihr Videotermin ist verschoben. Das ist der neue Zeitpunkt:",
  cancelledSubject: "Ihr Videotermin mit {municipality} ist abgesagt: {when}",
  cancelledByCitizenLead: "Sie haben Ihren Videotermin abgesagt. Er findet nicht statt.",
  cancelledByOfficeLead: "Wir müssen Ihren Videotermin absagen. Er findet nicht statt. Bitte entschuldigen Sie.",
  cancelledHelp: "Brauchen Sie doch noch einen Termin? Dann können Sie einen neuen Zeitpunkt wählen.",
  bookAgain: "Neuen Termin buchen",
  reminderDaySubject: "Erinnerung: Ihr Videotermin mit {municipality}, {when}",
  reminderDayLead: "Das ist eine Erinnerung. Sie haben bald einen Videotermin.",
  reminderHourSubject: "Ihr Videotermin mit {municipality} beginnt um {time} Uhr",
  reminderHourLead: "Ihr Videotermin beginnt bald.",

  labelAbout: "Worum es geht",
  labelWhen: "Wann",
  labelDuration: "Dauer",
  duration: "{minutes} Minuten",
  labelBring: "Bitte bereithalten",

  openLink: "Zu meinem Termin",
  linkBelow: "Oder kopieren Sie diesen Link:",
  linkIsSecret: "Dieser Link ist nur für Sie. Geben Sie ihn nicht weiter, außer an jemanden, der Ihnen hilft.",

  howTitle: "So geht es",
  howOpen: "Öffnen Sie den Link auf einem Computer, Tablet oder Telefon mit Kamera und Mikrofon.",
  howNoApp: "Sie brauchen keine App und kein Konto.",
  howTest: "Sie können vorher testen, ob Kamera und Ton funktionieren.",
  howWait: "Kommen Sie einige Minuten früher. Eine Mitarbeiterin oder ein Mitarbeiter lässt Sie herein.",

  changeTitle: "Können Sie nicht kommen?",
  change: "Über denselben Link können Sie den Termin verschieben oder absagen.",
  phoneTitle: "Klappt es nicht?",
  phone: "Rufen Sie uns an: {phone}.",
  calendarHint: "Im Anhang finden Sie den Termin für Ihren Kalender.",
  calendarGone: "Mit dem Anhang verschwindet der Termin aus Ihrem Kalender.",

  followUpSubject: "Nach Ihrem Videotermin mit {municipality}",
  followUpLead: "Danke für Ihren Videotermin ({when}).",
  followUpMessage: "Nachricht von uns",
  followUpLinks: "Links aus dem Gespräch",
  followUpSurvey: "Wie war es für Sie?",
  followUpSurveyWhy: "Drei kurze Fragen. Mit Ihrer Antwort machen wir den Schalter besser.",
  openSurvey: "Fragen beantworten",

  calendarSummary: "Videotermin {municipality}",
  calendarAbout: "Worum es geht: {service}",
  calendarBring: "Bitte bereithalten: {bring}",
  calendarOpen: "Öffnen Sie diesen Link, um teilzunehmen, zu verschieben oder abzusagen: {link}",
  calendarPhone: "Klappt es nicht? Rufen Sie an: {phone}.",
};
