import type { Texts } from "../texts.js";
import type { nl } from "./nl.js";

export const de: Texts<typeof nl> = {
  writeDown: "Schreiben Sie das auf, oder drucken Sie es aus.",
  noMail: "Sie bekommen keine E-Mail und keinen Brief. Ändert sich etwas, rufen wir Sie an.",
  when: "Wann",
  call: "Rufen Sie dann diese Nummer an",
  pin: "Ihre PIN",
  about: "Wofür",
  bring: "Bereitlegen",
  howCall: "Rufen Sie zu dieser Zeit an. Sie hören eine Stimme und tippen Ihre PIN.",
  howWait: "Bleiben Sie in der Leitung. Dann spricht jemand vom Schalter mit Ihnen.",
  howAgain: "Bricht die Leitung ab? Rufen Sie wieder an, mit derselben PIN.",
  print: "Ausdrucken",
};
