import type { Texts } from "../texts.js";
import type { nl } from "./nl.js";

export const de: Texts<typeof nl> = {
  title: "Ihr Internet",
  running: "Wir testen Ihr Internet. Das dauert einige Sekunden.",
  fast: "Ihr Internet ist schnell genug für Bild und Ton.",
  slow: "Ihr Internet ist langsam. Das Bild kann schlecht sein. Der Ton geht.",
  tooSlow: "Ihr Internet ist zu langsam für ein Gespräch mit Video.",
  speed: "Empfangen: {down} Mbit/s. Senden: {up} Mbit/s.",
  untested: "Wir konnten Ihr Internet nicht testen. Sind Sie verbunden? Versuchen Sie es noch einmal.",
  pathOpen: "Bild und Ton kommen durch.",
  pathClosed:
    "Ihr Netz lässt Bild und Ton nicht durch. Das kommt bei der Arbeit oder im Hotel vor. Versuchen Sie ein anderes Netz, zum Beispiel das Ihres Telefons.",
  again: "Internet noch einmal testen",
  ready: "Alles funktioniert. Sie sind bereit für das Gespräch.",
  limited: "Das Gespräch wird gelingen. Nicht alles funktioniert gleich gut.",
  mayNeedPhone:
    "Ein Gespräch mit Video gelingt so vielleicht nicht. Der Mitarbeiter sieht das auch und kann Sie dann anrufen.",
  told: "Der Mitarbeiter sieht nur das Ergebnis dieses Tests, nicht Ihr Bild und nicht Ihren Ton.",
  notTold: "Wir konnten das Ergebnis nicht speichern. Der Mitarbeiter sieht es also nicht.",

  echoTitle: "Hören Sie sich selbst",
  echoIntro: "Sagen Sie etwas. Nach fünf Sekunden hören Sie Ihre Stimme. Nur Sie hören das, wir speichern nichts.",
  echoStart: "Meine Stimme aufnehmen",
  echoRecording: "Sprechen Sie jetzt. Wir nehmen fünf Sekunden auf.",
  echoPlaying: "Hören Sie zu. Das haben Sie gesagt.",
  echoDone: "Haben Sie Ihre Stimme gehört? Dann hört der Mitarbeiter Sie auch.",
  echoFailed: "Aufnehmen geht in diesem Browser nicht. Das Gespräch kann trotzdem gut gehen.",
};
