import type { CallEvent } from "../call.js";
import { readPart, type TextPart } from "../text/realtime-text.rules.js";
import type { Conference, Participant } from "./lib-jitsi-meet.js";

/** Real-time text goes as Jitsi's `json-message` through the room on our own server, as the chat does: there it works without a bridge, and reaches everybody in the room, in order. */
const ourKind = "balie-text";

export const hearRealtimeText =
  (emit: (event: CallEvent) => void) =>
  (sender: Participant, payload: unknown): void => {
    if ((payload as { type?: unknown } | null)?.type !== ourKind) return;
    const part = readPart(payload);
    if (part) emit({ type: "realtimeText", id: sender.getId(), part });
  };

/** The current library reads HTML's entities before it reads JSON: no `&` of the writer's may be left. */
export const sendRealtimeText = (conference: Conference, part: TextPart): void => {
  const json = JSON.stringify({ type: ourKind, ...part }).replace(/&/g, "\\u0026");
  conference.sendTextMessage(withoutControls(json), "json-message");
};

export const sendMessage = (conference: Conference, text: string): void =>
  conference.sendTextMessage(withoutControls(text));

/** What XML has no place for: the npm build sends it as it is, and the server would end the connection. */
const withoutControls = (text: string): string =>
  text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "");
