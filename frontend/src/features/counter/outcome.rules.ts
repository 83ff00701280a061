import { webAddress } from "../call/text/message.rules.js";

/** One address per line; what is no web address is named. */
export const readLinks = (text: string): { readonly links: string[]; readonly wrong: string | null } => {
  const lines = text
    .split(/\s+/)
    .map((line) => line.trim())
    .filter(Boolean);
  return {
    links: [...new Set(lines.flatMap((line) => webAddress(line) ?? []))],
    wrong: lines.find((line) => !webAddress(line)) ?? null,
  };
};

/** As many as one mail takes. */
export const mostLinks = 20;

/** What goes into the mail: the links of the chat that the clerk ticked, then those they added, each once. */
export const linksToMail = (ticked: readonly string[], added: readonly string[]): string[] => [
  ...new Set([...ticked, ...added]),
];

/** A note with one more sentence, on a line of its own; what it says already is not said twice. */
export const withSentence = (note: string, sentence: string): string => {
  const lines = note === "" ? [] : note.split("\n");
  return lines.includes(sentence) ? note : [...lines, sentence].join("\n");
};
