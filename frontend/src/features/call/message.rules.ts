export type MessagePart = { readonly text: string; readonly href: string | null };

// Ends before closing punctuation, which belongs to the sentence.
const address = /\bhttps?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]}]/gi;

/** A message cut into plain text and web addresses; only http and https become links. */
export const partsOf = (message: string): MessagePart[] => {
  const parts: MessagePart[] = [];
  let end = 0;
  for (const match of message.matchAll(address)) {
    const href = webAddress(match[0]);
    if (!href) continue;
    if (match.index > end) parts.push({ text: message.slice(end, match.index), href: null });
    parts.push({ text: match[0], href });
    end = match.index + match[0].length;
  }
  if (end < message.length) parts.push({ text: message.slice(end), href: null });
  return parts;
};

/** The web addresses in messages, each once, in order. */
export const linksIn = (messages: readonly { readonly text: string }[]): string[] => [
  ...new Set(messages.flatMap(({ text }) => partsOf(text).flatMap(({ href }) => (href ? [href] : [])))),
];

/** null for what no browser opens as a web page. A name or password in it would hide where it leads. */
export const webAddress = (text: string): string | null => {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const isWeb = url.protocol === "https:" || url.protocol === "http:";
  return isWeb && !url.username && !url.password ? url.href : null;
};
