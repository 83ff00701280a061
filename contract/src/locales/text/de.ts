import type { Texts } from "../texts.js";
import type { nl } from "./nl.js";

export const de: Texts<typeof nl> = {
  live: "Die andere Person liest mit, während ich schreibe",
  liveHint: "Die andere Person sieht jeden Buchstaben sofort. Drücken Sie die Eingabetaste, wenn Ihr Satz fertig ist.",
  liveBy: "{name} schreibt gerade:",
  liveBegun: "Sie lesen mit, was {name} schreibt. Der Text steht unter den Nachrichten.",
  size: "Größe der Buchstaben",
  size_normal: "Normal",
  size_large: "Groß",
  size_larger: "Größer",
  size_largest: "Sehr groß",
  copy: "Nachrichten kopieren",
  copied: "Die Nachrichten sind kopiert. Sie können sie jetzt woanders einfügen.",
  copyFailed: "Das Kopieren ist nicht gelungen. Markieren Sie den Text selbst und kopieren Sie ihn.",
  kept: "Wir bewahren nicht auf, was Sie hier schreiben. Nur diese Seite merkt es sich, bis das Gespräch zu Ende ist. Links, die der Mitarbeiter auswählt, kommen danach in einer E-Mail an den Besucher.",
  cut: "Diese Nachricht war zu lang. Das ist der Anfang.",
  flood: "{name} sendet zu viele Nachrichten hintereinander. Die übrigen zeigen wir nicht.",

  linksOfChat: "Links aus dem Chat",
  linksOfChatHint: "Wählen Sie, welche Links in die E-Mail kommen.",
  linkBy: "von {name}",
  linkOwn: "von Ihnen",
  linksTooMany: "Wählen Sie höchstens {most} Links.",
};
