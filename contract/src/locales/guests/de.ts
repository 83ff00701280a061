import type { Texts } from "../texts.js";
import type { nl } from "./nl.js";

export const de: Texts<typeof nl> = {
  noBridge:
    "Hier gibt es keine Videobrücke. Bild und Ton gibt es darum nur für zwei Menschen. Sie sehen und hören nicht: {names}. Im Chat können Sie einander schreiben.",
  isRung: "Wir warten auf einen Dolmetscher am Telefon: {language}.",
  isExpected: "Wir warten auf eine Dolmetschung per Video: {language}.",
  isSeen: "{name} dolmetscht: {language}.",
  isIn: "{name} dolmetscht: {language}. Der Dolmetscher hört über das Telefon mit.",
  isUnheard:
    "{name} dolmetscht: {language}. Hier gibt es keine Videobrücke. Darum hören Sie und der Dolmetscher einander nicht.",
  tileRole: "Dolmetscher {language}, über das Telefon",
  tileUnheard: "hier nicht zu hören",
  tileSilenced: "ist jetzt nicht zu hören",
  tileSpeaks: "spricht gerade",
};
