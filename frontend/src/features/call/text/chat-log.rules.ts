import type { CallParticipant } from "../call.js";
import { cutText, longestText } from "./realtime-text.rules.js";

/** What stands in the log, and how much of it: whoever is in the room may send anything, and as much as they like. */

export type ChatMessage = {
  readonly id: number;
  /** null: this person. The name as it was then: who wrote may have gone. */
  readonly from: Pick<CallParticipant, "name" | "role"> | null;
  readonly text: string;
  readonly at: string;
  /** The same person, also after they came in anew. */
  readonly writer?: string;
  /** `cut`: only its beginning is kept. `flood`: stands for all that came too fast after it. */
  readonly note?: "cut" | "flood";
};

export type ComingMessage = Pick<ChatMessage, "from" | "text" | "at" | "writer">;

const mostKept = 300;
/** Nobody writes more by hand. */
const mostInTenSeconds = 20;

export const withMessage = (messages: readonly ChatMessage[], coming: ComingMessage): readonly ChatMessage[] => {
  const theirs = coming.from === null ? [] : recentOf(messages, coming);
  const flood = theirs.find(({ note }) => note === "flood");
  // Told once; moved on at most every second, so that a flood does not redraw the page.
  if (flood && secondsBetween(flood, coming) < 1) return messages;
  if (flood) return messages.map((message) => (message === flood ? { ...flood, at: coming.at } : message));
  const id = (messages.at(-1)?.id ?? 0) + 1;
  const isFlood = theirs.length >= mostInTenSeconds;
  const next: ChatMessage = isFlood ? { ...coming, id, text: "", note: "flood" } : { ...shortened(coming), id };
  return [...messages, next].slice(-mostKept);
};

const recentOf = (messages: readonly ChatMessage[], coming: ComingMessage): ChatMessage[] =>
  messages.filter((message) => message.writer === coming.writer && secondsBetween(message, coming) < 10);

const secondsBetween = (earlier: { readonly at: string }, later: { readonly at: string }): number =>
  (Date.parse(later.at) - Date.parse(earlier.at)) / 1000;

const shortened = (coming: ComingMessage): ComingMessage & Pick<ChatMessage, "note"> => {
  const isLong = coming.text.length > longestText;
  const text = cutText(coming.text).replace(/\n{3,}/g, "\n\n");
  return { ...coming, text, ...(isLong ? { note: "cut" as const } : {}) };
};

/** How many messages of others came after the one read last. */
export const unreadCount = (messages: readonly ChatMessage[], lastReadId: number): number =>
  messages.filter((message) => message.from !== null && message.id > lastReadId).length;

/** To take along, in words: `sayWho` names the writer, `sayWhen` the time. */
export const asPlainText = (
  messages: readonly ChatMessage[],
  sayWho: (message: ChatMessage) => string,
  sayWhen: (at: string) => string,
): string =>
  messages
    .filter(({ note }) => note !== "flood")
    .map((message) => `${sayWhen(message.at)} ${sayWho(message)}:\n${message.text}\n`)
    .join("\n");
