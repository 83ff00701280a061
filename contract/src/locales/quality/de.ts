import type { Texts } from "../texts.js";
import type { nl } from "./nl.js";

export const de: Texts<typeof nl> = {
  level_good: "Verbindung: gut",
  level_fair: "Verbindung: mäßig",
  level_poor: "Verbindung: schlecht",
  poor: "Ihre Verbindung ist schlecht.",
  poorHelp:
    "Gehen Sie näher zu Ihrem WLAN oder schließen Sie andere Programme. Wird es nicht besser? Dann halten wir das Bild an.",
  noPictures: "Das Bild steht jetzt still.",
  noPicturesMeans:
    "Ihre Verbindung ist zu schlecht für das Bild. So hören Sie einander besser. Das Bild kommt von selbst zurück.",
  still: "Standbild",
};
