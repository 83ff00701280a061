import type { Texts } from "../texts.js";
import type { nl } from "./nl.js";

export const de: Texts<typeof nl> = {
  title: "Einwählen",
  allow: "Jemanden einwählen lassen",
  askTitle: "Wer darf sich einwählen?",
  askText:
    "Sie bekommen eine Nummer und eine PIN für eine Person. Geben Sie beides weiter. Der Besucher liest, wer kommt, sobald die PIN getippt ist.",
  who: "Wer ist es?",
  interpreter: "Ein Dolmetscher",
  helper: "Jemand, der dem Besucher hilft",
  helperNote: "Ein Begleiter, oder jemand von einem Dienst, der für gehörlose Menschen telefoniert.",
  name: "Name",
  nameHint: "Diesen Namen liest der Besucher.",
  nameMissing: "Geben Sie einen Namen ein.",
  language: "Sprache",
  chooseLanguage: "Wählen Sie eine Sprache",
  languageMissing: "Wählen Sie eine Sprache.",
  go: "Eine PIN erstellen",
  close: "Schließen",

  ofInterpreter: "{name}, Dolmetscher: {language}",
  ofHelper: "{name}, hilft dem Besucher",
  number: "Nummer",
  pin: "PIN",
  until: "Gilt einmal, bis {time}.",
  ready: "{name} kann sich jetzt einwählen. Nummer: {number}. PIN: {pin}.",
  copy: "Nummer und PIN kopieren",
  copied: "Kopiert.",
  notCopied: "Das Kopieren ging nicht. Tippen Sie es ab.",
  message: "Rufen Sie {number} an. Tippen Sie dann die PIN {pin}. Das geht bis {time}.",
  showAgain: "Die PIN zeigen",
  hidden: "Die PIN steht nicht in diesem Fenster. Ziehen Sie sie zurück und erstellen Sie eine neue.",
  withdraw: "Die PIN von {name} zurückziehen",
  citizenTitle: "{name} ohne Internet",
  citizenText:
    "Ohne Internet ruft man beim Gespräch an und wartet in der Leitung. Erstellen Sie eine PIN und lesen Sie sie vor. Eine frühere PIN gilt dann nicht mehr.",
  citizenTell: "Lesen Sie die Nummer und die PIN vor.",
  citizenFrom:
    "Anrufen kann man am {day}, von {from} bis {until}, und bis zum Ende des Gesprächs. Bricht die Leitung ab, gilt dieselbe PIN wieder.",
  dialsIn: "{name} wählt sich ein.",
  isIn: "{name} ist im Gespräch und dolmetscht: {language}.",
  removeText: "Die Leitung mit {name} wird getrennt. Wieder einwählen geht nur mit einer neuen PIN.",
};
