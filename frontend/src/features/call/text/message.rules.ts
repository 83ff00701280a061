export type MessagePart = { readonly text: string; readonly href: string | null };

// Ends before closing punctuation, which belongs to the sentence.
const address = /\bhttps?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]}]/gi;

// Marks that turn the direction of text would show another address than the one that opens (CVE-2021-42574).
const turnsAround = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/;

/** A message cut into plain text and web addresses; only http and https become links. */
export const partsOf = (message: string): MessagePart[] => {
  const parts: MessagePart[] = [];
  let end = 0;
  for (const match of message.matchAll(address)) {
    const href = webAddress(match[0]);
    if (!href) continue;
    if (match.index > end) parts.push({ text: message.slice(end, match.index), href: null });
    parts.push({ text: turnsAround.test(match[0]) ? href : match[0], href });
    end = match.index + match[0].length;
  }
  if (end < message.length) parts.push({ text: message.slice(end), href: null });
  return parts;
};

/** The web addresses in messages, each once and with the message that brought it first, in order. */
export const linksIn = <Message extends { readonly text: string }>(
  messages: readonly Message[],
): { readonly url: string; readonly message: Message }[] => {
  const found = new Map<string, Message>();
  for (const message of messages)
    for (const { href } of partsOf(message.text)) if (href && !found.has(href)) found.set(href, message);
  return [...found].map(([url, message]) => ({ url, message }));
};

/** As the contract has it for what is mailed. */
const longestLink = 2000;

/** null for what no browser opens as a web page. A name or password in it would hide where it leads. */
export const webAddress = (text: string): string | null => {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const isWeb = url.protocol === "https:" || url.protocol === "http:";
  return isWeb && !url.username && !url.password && url.href.length <= longestLink ? url.href : null;
};
