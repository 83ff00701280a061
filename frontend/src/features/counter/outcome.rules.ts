import { webAddress } from "../call/message.rules.js";

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
