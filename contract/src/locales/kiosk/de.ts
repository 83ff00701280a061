import type { Texts } from "../texts.js";
import type { nl } from "./nl.js";

export const de: Texts<typeof nl> = {
  title: "Ihr Gespräch mit der Gemeinde",
  intro: "Tippen Sie den Code aus Ihrer E-Mail. Drücken Sie dann auf Start.",
  code: "Ihr Code",
  codeHint: "Acht Zeichen, zum Beispiel K7M3-4TQ2.",
  codeMissing: "Tippen Sie zuerst Ihren Code.",
  start: "Start",
  starting: "Einen Moment. Wir suchen Ihren Termin.",
  safe: "Was Sie hier tun, löschen wir nach Ihrem Gespräch.",
  stop: "Beenden und alles löschen",
  stopTitle: "Möchten Sie beenden?",
  stopMeans: "Wir löschen alles auf diesem Computer. Ihr Termin bleibt. Sie können den Code später wieder tippen.",
  stopYes: "Ja, beenden und alles löschen",
  stopNo: "Nein, weiter",
  wiping: "Einen Moment. Wir löschen alles.",
  idleTitle: "Sind Sie noch da?",
  idleMeans: "Sie haben eine Weile nichts getan. In einer Minute löschen wir alles auf diesem Computer.",
  idleSeconds: "Noch {seconds} Sekunden.",
  idleStay: "Ja, ich bin noch da",
};
