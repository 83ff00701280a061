import type { CallEvent, CallParticipant } from "../call.js";
import { type ChatMessage, withMessage } from "./chat-log.rules.js";
import { afterLine, afterPart, type LiveText } from "./realtime-text.rules.js";

/** What is written in a call: the log, and what each of the others is writing now. */
export type TextState = {
  readonly messages: readonly ChatMessage[];
  readonly live: Readonly<Record<string, LiveText>>;
};

export type TextEvent = Extract<CallEvent, { type: "chat" | "realtimeText" }>;

export const isTextEvent = (event: CallEvent): event is TextEvent =>
  event.type === "chat" || event.type === "realtimeText";

/** Only of people who are there is anything seen while they write. */
export const afterTextEvent = (
  { messages, live }: TextState,
  people: readonly CallParticipant[],
  event: TextEvent,
): TextState => {
  const writer = people.find((person) => person.id === event.id);
  if (event.type === "realtimeText") {
    if (!writer) return { messages, live };
    return { messages, live: { ...live, [writer.id]: afterPart(live[writer.id], event.part) } };
  }
  const from = event.id === null ? null : { name: writer?.name ?? "", role: writer?.role ?? ("citizen" as const) };
  const known = writer && live[writer.id];
  return {
    messages: withMessage(messages, {
      from,
      text: event.text,
      at: event.at,
      ...(event.id === null ? {} : { writer: writer?.userId ?? event.id }),
    }),
    live: known ? { ...live, [writer.id]: afterLine(known) } : live,
  };
};

export const liveOfOthers = (live: TextState["live"], goneId: string): TextState["live"] =>
  Object.fromEntries(Object.entries(live).filter(([id]) => id !== goneId));
