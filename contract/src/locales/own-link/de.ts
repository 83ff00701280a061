import type { Texts } from "../texts.js";
import type { nl } from "./nl.js";

export const de: Texts<typeof nl> = {
  you: "Guten Tag {name}",
  when: "Wann",
  where: "Wo",
  closed: "Niemand nimmt das Gespräch auf. Bild und Ton werden nirgends gespeichert.",
  early: "Der Warteraum öffnet um",
  earlyTest: "Der Knopf erscheint dann hier. Sie können Kamera und Ton schon jetzt testen.",
  open: "Der Warteraum ist offen. Sie können hereinkommen.",
  running: "Das Gespräch läuft. Sie können in den Warteraum.",
  toWaitingRoom: "Zum Warteraum",
  test: "Kamera und Ton testen",
  back: "Zurück",
  waitLeaveSure: "Möchten Sie den Warteraum verlassen? Sie können später mit demselben Link wiederkommen.",
  byPhone:
    "Das Gespräch geht jetzt am Telefon weiter, ohne Sie. Lassen Sie diese Seite offen: Vielleicht kommt das Video wieder.",
  cancelledTitle: "Dieser Termin findet nicht statt",
  missedTitle: "Dieser Termin ist vorbei",
  missed: "Sie können nicht mehr hereinkommen.",
  endedTitle: "Das Gespräch ist beendet",
  elsewhereTitle: "Dieser Link ist auf einem anderen Gerät offen",
  again: "Noch einmal versuchen",
};
