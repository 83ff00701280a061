import type { Texts } from "../texts.js";
import type { nl } from "./nl.js";

export const en: Texts<typeof nl> = {
  offer: "Rather by phone?",
  intro: "Video does not work? Then the clerk can phone you.",
  number: "At which number may we phone you?",
  numberHint: "Only the clerk of this counter sees this number.",
  numberWrong: "Fill in a phone number, such as 0470 12 34 56.",
  ask: "Phone me",
  cancel: "Cancel",
  asked: "The clerk will phone you at {number}. Keep your phone at hand.",
  takeBack: "Do not phone me after all",
  title: "The conversation goes on by phone",
  text: "The clerk is phoning you at {number}. Camera and microphone are off on this page.",
  clerk: "You are speaking with {name}.",
  stay: "Leave this page open. The clerk may begin again with video.",
};
