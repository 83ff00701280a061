import type { Texts } from "../texts.js";
import type { nl } from "./nl.js";

export const de: Texts<typeof nl> = {
  wrong_credentials: "Die E-Mail-Adresse oder das Passwort stimmt nicht. Versuchen Sie es noch einmal.",
  welcome_unknown:
    "Wir kennen diesen Link nicht. Kopieren Sie den ganzen Link oder bitten Sie Ihren Administrator um einen neuen.",
  welcome_used:
    "Dieser Link wurde schon benutzt. Melden Sie sich mit Ihrer E-Mail-Adresse und Ihrem Passwort an oder bitten Sie Ihren Administrator um einen neuen Link.",
  welcome_expired: "Dieser Link ist nicht mehr gültig. Bitten Sie Ihren Administrator um einen neuen Link.",
  meeting_not_ended: "Das Gespräch läuft noch. Das geht erst nach dem Gespräch.",
  admitted_by_colleague: "Ein Kollege hat diese Person schon eingelassen.",
  phone_not_asked: "Der Besucher hat nicht um einen Anruf gebeten. Fragen Sie zuerst.",
  documents_full: "In diesem Gespräch gibt es schon sechs Dokumente. Nehmen Sie erst eines zurück.",
  company_full:
    "In diesem Gespräch sind schon fünf weitere Menschen, oder sie sind gefragt. Ziehen Sie zuerst eine Frage zurück, oder lassen Sie jemanden gehen.",
  colleague_withdrawn: "Diese Frage wurde zurückgezogen. Sie müssen nichts tun.",
  colleague_answered: "Diese Frage ist schon beantwortet. Laden Sie die Seite neu.",
  colleague_not_accepted: "Sie haben diese Frage noch nicht angenommen. Wählen Sie zuerst: annehmen.",
  handover_over: "Diese Frage gilt nicht mehr. Sie ist zurückgezogen, beantwortet, oder eine Minute ist vorbei.",
  handover_accepted: "Jemand aus dem Team übernimmt das Gespräch schon. Ziehen Sie diese Frage zuerst zurück.",
  clerk_busy: "Diese Person führt jetzt ein anderes Gespräch. Das muss zuerst zu Ende sein.",
  clerk_away: "Diese Person hat die Warteschlange nicht mehr offen. Wählen Sie jemand anderen.",
  no_phone: "Hier gibt es kein Telefon, um jemanden zum Dolmetschen anzurufen.",
  may_not_phone: "Sie dürfen niemanden zum Dolmetschen anrufen lassen. Fragen Sie Ihre Administration.",
  interpreter_busy:
    "Diese Person wird schon angerufen oder ist in einem Gespräch. Versuchen Sie es später noch einmal.",
  number_not_allowed:
    "Diese Nummer darf von hier nicht angerufen werden. Fragen Sie die Person, die Balie bei Ihnen verwaltet.",
  phone_minutes_used: "Die Telefonminuten für heute sind aufgebraucht. Versuchen Sie es morgen noch einmal.",
  interpreters_full: "Es sind schon zwei Dolmetschende da, oder sie werden gesucht. Beenden Sie zuerst eines davon.",
  interpreter_by_video: "Gebärdensprache geht nicht am Telefon. Schicken Sie einen Link per E-Mail.",
  interpreter_known: "Ein Dolmetscher mit diesem Namen und dieser Nummer steht schon auf der Liste. Ändern Sie diesen.",
  dial_in_unavailable: "Hier kann sich niemand einwählen: Es gibt keine Nummer dafür. Fragen Sie Ihre Administration.",
  dial_ins_full:
    "Es können sich schon drei Personen in dieses Gespräch einwählen. Nehmen Sie zuerst eine Einladung zurück.",
  dial_in_over: "Diese PIN gilt nicht mehr. Erstellen Sie eine neue.",
  pin_unknown: "Wir kennen diese PIN nicht, oder sie gilt nicht mehr. Bitten Sie um eine neue.",
  menu_cannot_wait:
    "Das Sprachmenü Ihrer Telefonanlage kann niemanden warten lassen. Bitten Sie Ihre IT um das neue Sprachmenü.",
};
