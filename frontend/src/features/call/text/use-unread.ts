import { useEffect, useState } from "preact/hooks";
import { type ChatMessage, unreadCount } from "./chat-log.rules.js";

/** What others wrote while the chat was closed. */
export const useUnread = (messages: readonly ChatMessage[], isOpen: boolean): number => {
  const lastId = messages.at(-1)?.id ?? 0;
  const [readId, setReadId] = useState(lastId);
  useEffect(() => {
    if (isOpen) setReadId(lastId);
  }, [isOpen, lastId]);
  return isOpen ? 0 : unreadCount(messages, readId);
};
