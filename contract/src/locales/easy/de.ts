import type { Texts } from "../texts.js";
import type { nl } from "./nl.js";

export const de: Texts<typeof nl> = {
  bar: "Hilfe zu dieser Seite",
  read: "Vorlesen",
  readStop: "Vorlesen beenden",
  noVoice: "Dieses Gerät kann nicht vorlesen.",
  button: "Knopf: {name}",
  more: "Mehr",
  less: "Weniger",
  off: "Normale Seite",
  next: "Weiter",
  help: "Hilfe",
  helpTitle: "Was möchten Sie tun?",
  type: "Ich möchte schreiben",
  callUs: "Oder rufen Sie selbst an, bei {municipality}:",
  close: "Schließen",
  stopTitle: "Möchten Sie das Gespräch beenden?",
  stopYes: "Ja, Gespräch beenden",
  stopNo: "Nein, weiter",
};
