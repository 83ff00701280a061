import type { Texts } from "../texts.js";
import type { nl } from "./nl.js";

export const de: Texts<typeof nl> = {
  invalid_input: "Etwas ist nicht richtig ausgefüllt. Prüfen Sie die Felder und versuchen Sie es noch einmal.",
  not_found: "Wir finden das nicht (mehr). Gehen Sie zurück und laden Sie die Seite neu.",
  unauthenticated: "Sie sind nicht (mehr) angemeldet. Melden Sie sich wieder an.",
  forbidden: "Sie haben hier keinen Zugang. Fragen Sie die verantwortliche Person.",
  cross_site: "Diese Anfrage kam von einer anderen Website. Öffnen Sie die Seite neu und versuchen Sie es noch einmal.",
  too_many_requests: "Sie haben es zu oft versucht. Warten Sie ein paar Minuten und versuchen Sie es noch einmal.",
  too_large: "Ihr Text ist zu lang. Kürzen Sie ihn und versuchen Sie es noch einmal.",
  unsupported_media_type: "Die Seite ist veraltet. Laden Sie sie neu und versuchen Sie es noch einmal.",
  server_error: "Bei uns ist etwas schiefgegangen. Versuchen Sie es später noch einmal oder rufen Sie die Gemeinde an.",
  not_set_up: "Der digitale Schalter ist noch nicht bereit. Kommen Sie später wieder, oder rufen Sie die Gemeinde an.",
  unavailable:
    "Unser Dienst ist gerade gestört. Versuchen Sie es in einigen Minuten noch einmal oder rufen Sie die Gemeinde an.",
  slot_taken: "Jemand anderes hat diese Zeit gerade genommen. Wählen Sie eine andere Zeit.",
  slot_not_offered: "Diese Zeit ist nicht mehr frei. Wählen Sie eine andere Zeit.",
  link_unknown: "Wir kennen diesen Link nicht. Öffnen Sie den Link in Ihrer letzten E-Mail der Gemeinde noch einmal.",
  appointment_cancelled: "Dieser Termin ist abgesagt. Sie können einen neuen Termin buchen.",
  appointment_over: "Dieser Termin ist vorbei. Sie können einen neuen Termin buchen.",
  too_late_to_change: "Der Termin ist zu nah, um ihn noch zu ändern. Rufen Sie die Gemeinde an.",
  too_early: "Der Warteraum ist noch nicht offen. Kommen Sie etwas später wieder.",
  not_admitted: "Sie sind noch nicht eingelassen. Gehen Sie in den Warteraum und warten Sie auf den Mitarbeiter.",
  other_tab:
    "Ihr Gespräch ist in einem anderen Tab oder Fenster offen. Machen Sie dort weiter oder übernehmen Sie es hier.",
  arrival_removed: "Der Mitarbeiter hat Ihr Gespräch beendet. Rufen Sie die Gemeinde an, wenn das nicht richtig ist.",
  arrival_replaced: "Ihr Gespräch geht auf einem anderen Gerät weiter.",
  meeting_ended: "Das Gespräch ist beendet.",
  meeting_not_in_progress: "Das Gespräch läuft nicht. Laden Sie die Seite neu.",
  helper_withdrawn:
    "Diese Einladung wurde zurückgezogen. Bitten Sie die Person, die Sie eingeladen hat, um einen neuen Link.",
  helpers_full: "Sie haben schon genug Personen eingeladen. Ziehen Sie zuerst eine Einladung zurück.",
  calls_unavailable:
    "Videogespräche gehen gerade nicht. Versuchen Sie es später noch einmal oder rufen Sie die Gemeinde an.",
  document_too_large:
    "Diese Datei ist zu groß. Sie darf höchstens 10 MB haben. Wählen Sie eine kleinere Datei oder zeigen Sie das Dokument der Kamera.",
  document_empty: "Diese Datei ist leer. Wählen Sie eine andere Datei oder zeigen Sie das Dokument der Kamera.",
  document_type:
    "Wir können diese Datei nicht annehmen. Es muss ein PDF oder ein Foto (JPEG, PNG oder HEIC) sein. Wählen Sie eine andere Datei oder zeigen Sie das Dokument der Kamera.",
  document_incomplete: "Ihr Dokument ist nicht ganz angekommen. Senden Sie es noch einmal.",
  document_answered: "Diese Bitte ist schon beantwortet oder zurückgenommen. Bitten Sie den Mitarbeiter um eine neue.",
  document_forgotten:
    "Dieses Dokument ist gelöscht, denn die Aufbewahrungszeit ist vorbei. Bitten Sie noch einmal darum, wenn Sie es noch brauchen.",
  guest_not_told: "Der Besucher weiß noch nicht, dass Sie kommen. Warten Sie kurz: Sie kommen von selbst herein.",
  guest_gone: "Sie gehören nicht mehr zu diesem Gespräch. Möchten Sie zurück? Fragen Sie den Mitarbeiter.",
  kiosk_code_unknown:
    "Wir kennen diesen Code nicht, oder er gilt jetzt nicht. Prüfen Sie den Code in Ihrer E-Mail. Er gilt ab dem Tag vor Ihrem Termin.",
  reservation_over: "Sie können hier nicht mehr antworten.",
  interpreter_released: "Wir brauchen Sie in diesem Gespräch nicht mehr.",
};
