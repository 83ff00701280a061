import type { Texts } from "../texts.js";
import type { nl } from "./nl.js";

export const en: Texts<typeof nl> = {
  with: "You are speaking with {name}, clerk of {counter} at {municipality}.",
  closed: "This conversation is private. Nobody records it.",
  more: "Who can hear you?",
  onlyThese: "Only these people see and hear you:",
  nobody: "Nobody hears you now.",
  how: "The clerk lets everyone in. If somebody joins, you see it here. Picture and sound are kept nowhere.",
  vouched: "The municipality vouches for the clerk’s name and role.",
  joined: "{name} ({role}) is now in the conversation.",
  left: "{name} ({role}) is no longer in the conversation.",
  coming: "{name} ({role}) is joining. {name} can then see and hear you. Do you not want that? Tell the clerk.",
  comingInWriting: "{name} ({role}) is joining. {name} can then read the chat. Do you not want that? Tell the clerk.",
  takesOver: "{name} ({role}) is taking this call over. You will go on with {name}.",
};
