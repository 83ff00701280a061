import type { Texts } from "../texts.js";
import type { nl } from "./nl.js";

export const de: Texts<typeof nl> = {
  offer: "Lieber am Telefon?",
  intro: "Geht es mit Video nicht? Dann kann der Mitarbeiter Sie anrufen.",
  number: "Unter welcher Nummer dürfen wir Sie anrufen?",
  numberHint: "Nur der Mitarbeiter dieses Schalters sieht diese Nummer.",
  numberWrong: "Geben Sie eine Telefonnummer an, zum Beispiel 0470 12 34 56.",
  ask: "Rufen Sie mich an",
  cancel: "Abbrechen",
  asked: "Der Mitarbeiter ruft Sie an unter {number}. Halten Sie Ihr Telefon bereit.",
  takeBack: "Doch nicht anrufen",
  title: "Das Gespräch geht am Telefon weiter",
  text: "Der Mitarbeiter ruft Sie an unter {number}. Kamera und Mikrofon dieser Seite sind aus.",
  clerk: "Sie sprechen mit {name}.",
  stay: "Lassen Sie diese Seite offen. Der Mitarbeiter kann wieder mit Video beginnen.",
};
