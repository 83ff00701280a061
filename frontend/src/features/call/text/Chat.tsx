import "./text.css";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { useLanguage, useTexts } from "../../../platform/language.js";
import { Lazy } from "../../../ui/Lazy.js";
import type { CallState } from "../call.state.js";
import { callTexts } from "../call.texts.js";
import { LiveTexts } from "./LiveTexts.js";
import { Message } from "./Message.js";
import { useTextSize } from "./text-size.js";
import type { WritingHandle } from "./writing-handle.js";

const loadTools = async () => (await import("./ChatTools.js")).ChatTools;

interface ChatProps {
  readonly state: CallState;
  readonly isOpen: boolean;
  readonly writing: WritingHandle;
}

/** The log is there even while the chat is closed, so that a screen reader hears each message as it comes. What is still being written is no part of it. */
export const Chat = ({ state, isOpen, writing }: ChatProps) => {
  const t = useTexts(callTexts);
  const { language } = useLanguage();
  const size = useTextSize();
  const { messages, people, live } = state;
  const log = useRef<HTMLDivElement>(null);
  const lastId = messages.at(-1)?.id;
  // The newest message comes into view.
  useEffect(() => {
    if (log.current) log.current.scrollTop = log.current.scrollHeight;
  }, [lastId, isOpen]);
  // Not drawn again for every letter that somebody types.
  const lines = useMemo(
    () => messages.map((message) => <Message key={message.id} message={message} isReachable={isOpen} />),
    [messages, isOpen, language],
  );
  return (
    <section class={isOpen ? `call-chat text-size-${size.value}` : "balie-only-heard"} aria-label={t("chat")}>
      {isOpen && <h2 class="call-small-heading">{t("chat")}</h2>}
      {isOpen && messages.length === 0 && <p class="balie-small">{t("chatEmpty")}</p>}
      {/* A part that scrolls must be reachable by keyboard (WCAG 2.1.1). */}
      <div
        ref={log}
        class="call-log"
        role="log"
        aria-label={t("chat")}
        aria-live="polite"
        tabIndex={isOpen && messages.length > 0 ? 0 : undefined}
      >
        {lines}
      </div>
      <LiveTexts people={people} live={live} />
      {isOpen && <Lazy load={loadTools} props={{ state, size, writing }} />}
    </section>
  );
};
