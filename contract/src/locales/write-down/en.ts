import type { Texts } from "../texts.js";
import type { nl } from "./nl.js";

export const en: Texts<typeof nl> = {
  writeDown: "Write this down, or print it.",
  noMail: "You get no e-mail and no letter. If anything changes, we call you.",
  when: "When",
  call: "Then call this number",
  pin: "Your PIN",
  about: "About",
  bring: "Have ready",
  howCall: "Call at that time. You hear a voice and key in your PIN.",
  howWait: "Stay on the line. A clerk then talks with you.",
  howAgain: "Does the line break? Call again, with the same PIN.",
  print: "Print this",
};
