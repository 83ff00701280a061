import type { Texts } from "../texts.js";
import type { nl } from "./nl.js";

export const de: Texts<typeof nl> = {
  with: "Sie sprechen mit {name} vom Schalter {counter}, {municipality}.",
  closed: "Dieses Gespräch ist vertraulich. Niemand nimmt es auf.",
  more: "Wer kann Sie hören?",
  onlyThese: "Nur diese Menschen sehen und hören Sie:",
  nobody: "Jetzt hört Sie niemand.",
  how: "Der Mitarbeiter lässt alle selbst herein. Kommt jemand dazu, sehen Sie das hier. Bild und Ton werden nirgends gespeichert.",
  vouched: "Die Gemeinde steht für Namen und Rolle des Mitarbeiters ein.",
  joined: "{name} ({role}) ist jetzt im Gespräch.",
  left: "{name} ({role}) ist nicht mehr im Gespräch.",
  coming:
    "{name} ({role}) kommt dazu. {name} kann Sie dann sehen und hören. Möchten Sie das nicht? Sagen Sie es dem Mitarbeiter.",
  comingInWriting:
    "{name} ({role}) kommt dazu. {name} liest dann im Chat mit. Möchten Sie das nicht? Sagen Sie es dem Mitarbeiter.",
  takesOver: "{name} ({role}) übernimmt dieses Gespräch. Sie sprechen gleich mit {name} weiter.",
};
