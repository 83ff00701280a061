import type { Texts } from "../texts.js";
import type { nl } from "./nl.js";

export const de: Texts<typeof nl> = {
  level_good: "Verbindung: gut",
  level_fair: "Verbindung: mäßig. Das Bild kann weniger scharf sein.",
  level_poor: "Verbindung: schlecht",
  poor: "Ihre Verbindung ist schlecht.",
  poorHelp: "Gehen Sie näher zu Ihrem WLAN oder schließen Sie andere Programme.",
  poorNext: "Wird es nicht besser? Dann halten wir das Bild an.",
  poorUnsent: "Wir senden Ihr Bild jetzt nicht, damit die Stimme durchkommt.",
  noPictures: "Das Bild steht jetzt still.",
  noPicturesMeans:
    "Ihre Verbindung ist zu schlecht für das Bild. So hören Sie einander besser. Das Bild kommt von selbst zurück.",
  still: "Standbild",
};
