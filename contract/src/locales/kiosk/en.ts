import type { Texts } from "../texts.js";
import type { nl } from "./nl.js";

export const en: Texts<typeof nl> = {
  title: "Your call with the municipality",
  intro: "Type the code from your mail. Then press Start.",
  code: "Your code",
  codeHint: "Eight characters, for example K7M3-4TQ2.",
  codeMissing: "Type your code first.",
  start: "Start",
  starting: "One moment. We are looking for your appointment.",
  safe: "What you do here is wiped after your call.",
  stop: "Stop and wipe everything",
  stopTitle: "Do you want to stop?",
  stopMeans: "We wipe everything on this computer. Your appointment stays. You can type the code again later.",
  stopYes: "Yes, stop and wipe everything",
  stopNo: "No, go on",
  wiping: "One moment. We are wiping everything.",
  idleTitle: "Are you still there?",
  idleMeans: "You did nothing for a while. In a minute we wipe everything on this computer.",
  idleSeconds: "{seconds} seconds left.",
  idleStay: "Yes, I am still here",
};
