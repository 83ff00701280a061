import type { Texts } from "../texts.js";
import type { nl } from "./nl.js";

export const en: Texts<typeof nl> = {
  hold: "Hold to talk",
  talking: "You are talking",
  keys: "Microphone on or off: Ctrl + Shift + M. Talk while you hold: Ctrl + space.",
  isOn: "Your microphone is on.",
  isOff: "Your microphone is off.",
};
