/** Real-time text: what somebody writes is seen while it is written. After XEP-0301: a line is sent as small changes with a number each, and now and then as a whole, which heals whatever
    was lost or came late. Sent as a message of the chat, a line is over. Positions count UTF-16 units, never between the two halves of a character. */

export type Change = { readonly at: number; readonly remove: number; readonly insert: string };
export type Numbered = { readonly line: number; readonly seq: number };
export type TextPart = Numbered & ({ readonly text: string } | Change);

export const longestText = 2000;

/** What came over the line; null for what is no part of ours. Nothing in it is believed: whoever writes to the room may send anything. */
export const readPart = (value: unknown): TextPart | null => {
  if (typeof value !== "object" || value === null) return null;
  const { line, seq, text, at, remove, insert } = value as Record<string, unknown>;
  if (!isCount(line) || !isCount(seq)) return null;
  if (typeof text === "string") return { line, seq, text: cutText(text) };
  if (!isCount(at) || !isCount(remove) || typeof insert !== "string") return null;
  return { line, seq, at, remove, insert: cutText(insert) };
};

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

/** Not longer than a message may be, and no half character at the end. */
export const cutText = (text: string): string => {
  if (text.length <= longestText) return text;
  return text.slice(0, isWithinCharacter(text, longestText) ? longestText - 1 : longestText);
};

/** The place is between the two halves of one character. */
export const isWithinCharacter = (text: string, at: number): boolean =>
  /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(at));

/** What is seen of somebody's line. */
export type LiveText = Numbered & {
  readonly text: string;
  /** Came before those that they build on. */
  readonly early: readonly TextPart[];
};

/** Beyond this, only a whole line heals. */
const mostEarly = 40;

const unseen: LiveText = { line: 0, seq: -1, text: "", early: [] };

/** What is seen after one more part. A late or doubled part changes nothing; an early one waits for what is missing. */
export const afterPart = (live: LiveText = unseen, part: TextPart): LiveText => {
  const isPast = part.line < live.line || (part.line === live.line && part.seq <= live.seq);
  if (isPast) return live;
  if ("text" in part) return withEarly({ line: part.line, seq: part.seq, text: part.text, early: live.early });
  if (part.line === live.line && part.seq === live.seq + 1)
    return withEarly({ ...live, seq: part.seq, text: changed(live.text, part) });
  return { ...live, early: [...live.early, part].slice(-mostEarly) };
};

/** The line was sent as a message: it stands in the log now, and the next one begins. */
export const afterLine = (live: LiveText): LiveText => withEarly({ ...live, line: live.line + 1, seq: -1, text: "" });

const withEarly = (live: LiveText): LiveText => {
  const early = live.early.filter((part) => part.line > live.line || (part.line === live.line && part.seq > live.seq));
  const next = early.find((part) => part.line === live.line && part.seq === live.seq + 1);
  return next ? afterPart({ ...live, early }, next) : { ...live, early };
};

const changed = (text: string, { at, remove, insert }: Change): string =>
  cutText(text.slice(0, at) + insert + text.slice(at + remove));
