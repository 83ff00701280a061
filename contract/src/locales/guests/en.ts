import type { Texts } from "../texts.js";
import type { nl } from "./nl.js";

export const en: Texts<typeof nl> = {
  noBridge:
    "There is no video bridge here. So there is picture and sound for two people only. You do not see or hear: {names}. You can write to each other in the chat.",
  isRung: "We are waiting for an interpreter on the phone: {language}.",
  isExpected: "We are waiting for an interpreter by video: {language}.",
  isSeen: "{name} interprets: {language}.",
  isIn: "{name} interprets: {language}. The interpreter listens by phone.",
  isUnheard:
    "{name} interprets: {language}. There is no video bridge here. So you and the interpreter do not hear each other.",
  tileRole: "interpreter {language}, by phone",
  tileUnheard: "not heard here",
  tileSilenced: "is not heard now",
  tileSpeaks: "is speaking",
};
