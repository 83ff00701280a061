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
  linkIsSecret:
    "Dieser Link ist nur für Sie. Geben Sie ihn nicht weiter. Wer Ihnen hilft, bekommt auf dieser Seite einen eigenen Link.",

  howTitle: "So geht es",
  howOpen: "Öffnen Sie den Link auf einem Computer, Tablet oder Telefon mit Kamera und Mikrofon.",
  howNoApp: "Sie brauchen keine App und kein Konto.",
  howTest: "Sie können vorher testen, ob Kamera und Ton funktionieren.",
  howWait: "Kommen Sie einige Minuten früher. Eine Mitarbeiterin oder ein Mitarbeiter lässt Sie herein.",

  dialInTitle: "Sie rufen selbst an",
  dialIn: "Rufen Sie {number} an. Tippen Sie dann Ihre PIN: {pin}.",
  dialInWait:
    "Sie können ab einer halben Stunde vor Ihrem Termin anrufen. Sie warten in der Leitung, bis Sie an der Reihe sind. Bricht die Leitung ab, rufen Sie mit derselben PIN wieder an. Geben Sie die PIN niemand anderem.",
  calendarDialIn: "Lieber am Telefon? Rufen Sie {number} an. Tippen Sie dann Ihre PIN: {pin}.",
  kioskTitle: "Kein eigenes Gerät?",
  kiosk:
    "Nutzen Sie einen Computer der Bibliothek oder des Gemeindehauses. Gehen Sie dort zu {url} und tippen Sie diesen Code: {code}. Der Code gilt ab dem Tag vor Ihrem Termin.",

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

  helperSubject: "{name} bittet Sie zu einem Gespräch mit {municipality}",
  helperLead: "{name} hat ein Videogespräch mit {municipality} und möchte, dass Sie dabei helfen.",
  helperMovedSubject: "Verschoben: das Gespräch von {name} mit {municipality} ist jetzt am {when}",
  helperMovedLead: "Das Gespräch von {name} mit {municipality} ist verschoben. Das ist der neue Zeitpunkt:",
  helperCancelledSubject: "Abgesagt: das Gespräch von {name} mit {municipality} am {when}",
  helperCancelledLead: "Das Gespräch von {name} mit {municipality} findet nicht statt. Sie brauchen nichts zu tun.",
  helperOpen: "Zum Gespräch",
  helperSecret: "Dieser Link ist nur für Sie. Geben Sie ihn nicht weiter.",
  helperUnknown: "Sie kennen {name} nicht? Dann brauchen Sie nichts zu tun.",

  calendarSummary: "Videotermin {municipality}",
  calendarAbout: "Worum es geht: {service}",
  calendarBring: "Bitte bereithalten: {bring}",
  calendarOpen: "Öffnen Sie diesen Link, um teilzunehmen, zu verschieben oder abzusagen: {link}",
  calendarPhone: "Klappt es nicht? Rufen Sie an: {phone}.",

  labelLanguage: "Sprache",
  labelAnswerBy: "Antwort bitte bis",
  reservationAskedSubject: "Können Sie für {municipality} dolmetschen, {when}?",
  reservationAskedLead: "{municipality} sucht einen Dolmetscher für ein Videogespräch. Können Sie dann?",
  reservationHow: "Öffnen Sie den Link und wählen Sie Ja oder Nein. Sie dolmetschen am Telefon: Wir rufen Sie dann an.",
  reservationAnswer: "Ja oder Nein sagen",
  reservationSecret:
    "Dieser Link ist nur für Sie. Bekommen wir nicht rechtzeitig eine Antwort, fragen wir jemand anderen.",
  reservationConfirmedSubject: "Sie dolmetschen für {municipality}, {when}",
  reservationConfirmedLead: "Danke. Sie dolmetschen in einem Gespräch mit {municipality}.",
  reservationBeReady: "Halten Sie dann Ihr Telefon bereit. Wir rufen Sie an.",
  reservationOpen: "Anfrage ansehen",
  reservationCannot: "Können Sie doch nicht? Öffnen Sie den Link und sagen Sie es uns. Dann suchen wir jemand anderen.",
  reservationReminderSubject: "Erinnerung: Sie dolmetschen für {municipality}, {when}",
  reservationReminderLead: "Das ist eine Erinnerung. Sie dolmetschen bald für {municipality}.",
  reservationReleasedSubject: "Findet nicht statt: Dolmetschen für {municipality}, {when}",
  reservationReleasedLead: "Sie müssen zu dieser Zeit nicht für {municipality} dolmetschen.",
  reservationDeclined: "Sie haben gesagt, dass Sie nicht können. Danke für Ihre Antwort.",
  reservationLapsed: "Wir haben nicht rechtzeitig eine Antwort bekommen. Deshalb fragen wir jemand anderen.",
  reservationWithdrawn:
    "Der Termin wurde verschoben oder abgesagt. Brauchen wir Sie später, bekommen Sie eine neue Anfrage.",
  reservationOff:
    "Auf unserer Liste steht, dass Sie dann nicht da sind oder dass wir Sie nicht mehr fragen. Deshalb fragen wir jemand anderen. Stimmt das nicht? Sagen Sie es uns.",
  reservationSummary: "Dolmetschen für {municipality}: {language}",
  reservationCalendar: "Öffnen Sie diesen Link, um Ja oder Nein zu sagen: {link}",
  reservationHowByVideo:
    "Öffnen Sie den Link und wählen Sie Ja oder Nein. Sie dolmetschen per Video, in Ihrem Browser.",
  reservationBeReadyByVideo:
    "Kommen Sie rechtzeitig mit diesem Link. Sie brauchen eine Kamera. Sie können alles vorher testen.",
  reservationCome: "Zum Gespräch",
  reservationCalendarByVideo: "Mit diesem Link kommen Sie ins Gespräch: {link}",
  interpreterAskedSubject: "Jetzt dolmetschen für {municipality}: {language}",
  interpreterAskedLead: "{municipality} bittet Sie, jetzt in einem Videogespräch zu dolmetschen: {language}.",
  interpreterAskedHow: "Öffnen Sie den Link in Ihrem Browser. Sie brauchen eine Kamera, keine App.",
  interpreterAskedOpen: "Zum Gespräch",
  interpreterAskedLate: "Wir warten 5 Minuten. Dann fragen wir jemand anderen.",
};
