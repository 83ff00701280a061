import type { Texts } from "../texts.js";
import type { nl } from "./nl.js";

export const en: Texts<typeof nl> = {
  bar: "Help with this screen",
  read: "Read aloud",
  readStop: "Stop reading",
  noVoice: "This device cannot read aloud.",
  button: "Button: {name}",
  more: "More",
  less: "Less",
  off: "Ordinary screen",
  next: "Next",
  help: "Help me",
  helpTitle: "What do you want to do?",
  type: "I want to type",
  callUs: "Or call {municipality} yourself:",
  close: "Close",
  stopTitle: "Do you want to stop the call?",
  stopYes: "Yes, stop the call",
  stopNo: "No, go on",
};
