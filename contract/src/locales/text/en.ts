import type { Texts } from "../texts.js";
import type { nl } from "./nl.js";

export const en: Texts<typeof nl> = {
  live: "The other person reads along while I type",
  liveHint: "The other person sees each letter at once. Press Enter when your sentence is done.",
  liveBy: "{name} is typing:",
  liveBegun: "You are reading along with {name}. The text is below the messages.",
  size: "Size of the letters",
  size_normal: "Normal",
  size_large: "Large",
  size_larger: "Larger",
  size_largest: "Very large",
  copy: "Copy the messages",
  copied: "The messages are copied. You can now paste them somewhere.",
  copyFailed: "Copying did not work. Select the text yourself and copy it.",
  kept: "We do not keep what you write here. Only this page remembers it, until the call is over. Links that the clerk chooses then come in a mail to the visitor.",
  cut: "This message was too long. This is the beginning.",
  flood: "{name} is sending too many messages in a row. We do not show the rest.",

  linksOfChat: "Links from the chat",
  linksOfChatHint: "Choose which links go into the mail.",
  linkBy: "from {name}",
  linkOwn: "from you",
  linksTooMany: "Choose no more than {most} links.",
};
