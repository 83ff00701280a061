import { useEffect, useRef, useState } from "preact/hooks";
import { useLanguage, useTexts } from "../../../platform/language.js";
import { formatTime, ownTimeZone } from "../../../platform/time.js";
import { Button } from "../../../ui/Button.js";
import type { ChatMessage } from "../call.state.js";
import { callTexts } from "../call.texts.js";
import { partsOf } from "../message.rules.js";

interface ChatProps {
  readonly messages: readonly ChatMessage[];
  readonly isOpen: boolean;
  readonly isConnected: boolean;
  readonly onSend: (text: string) => void;
}

/** The log is there even while the chat is closed, so that a screen reader hears each message as it comes. */
export const Chat = ({ messages, isOpen, isConnected, onSend }: ChatProps) => {
  const t = useTexts(callTexts);
  const end = useRef<HTMLDivElement>(null);
  const lastId = messages.at(-1)?.id;
  // The newest message comes into view.
  useEffect(() => {
    const log = end.current;
    if (log) log.scrollTop = log.scrollHeight;
  }, [lastId, isOpen]);
  return (
    <section class={isOpen ? "call-chat" : "balie-only-heard"} aria-label={t("chat")}>
      {isOpen && <h2 class="call-small-heading">{t("chat")}</h2>}
      {isOpen && messages.length === 0 && <p class="balie-small">{t("chatEmpty")}</p>}
      {/* A part that scrolls must be reachable by keyboard (WCAG 2.1.1). */}
      <div
        ref={end}
        class="call-log"
        role="log"
        aria-label={t("chat")}
        aria-live="polite"
        tabIndex={isOpen ? 0 : undefined}
      >
        {messages.map((message) => (
          <Message key={message.id} message={message} isReachable={isOpen} />
        ))}
      </div>
      {isOpen && <Writing isConnected={isConnected} onSend={onSend} />}
    </section>
  );
};

const Message = ({ message, isReachable }: { message: ChatMessage; isReachable: boolean }) => {
  const t = useTexts(callTexts);
  const { language } = useLanguage();
  const { from } = message;
  const role = from && t(from.role === "clerk" ? "roleClerk" : "roleCitizen");
  return (
    <div class={`call-message ${from ? "" : "call-message--own"}`}>
      <p class="balie-small">
        {from && role ? t("chatBy", { name: from.name || t("nameless"), role }) : t("you")} ·{" "}
        <time dateTime={message.at}>{formatTime(message.at, language, ownTimeZone())}</time>
      </p>
      <p class="call-message-text">
        {partsOf(message.text).map(({ text, href }, index) =>
          href && isReachable ? (
            <a key={index} class="utrecht-link" href={href} target="_blank" rel="noopener noreferrer">
              {text}
            </a>
          ) : (
            text
          ),
        )}
      </p>
    </div>
  );
};

const longestMessage = 2000;

const Writing = ({ isConnected, onSend }: Pick<ChatProps, "isConnected" | "onSend">) => {
  const t = useTexts(callTexts);
  const [text, setText] = useState("");
  const send = () => {
    const message = text.trim();
    if (!message || !isConnected) return;
    onSend(message);
    setText("");
  };
  return (
    <form
      class="call-writing"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <label class="utrecht-form-label" for="chat-message">
        {t("chatWrite")}
      </label>
      <textarea
        id="chat-message"
        class="utrecht-textarea utrecht-textarea--html-textarea"
        rows={2}
        maxLength={longestMessage}
        value={text}
        aria-describedby={isConnected ? undefined : "chat-wait"}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          send();
        }}
      />
      {!isConnected && (
        <p id="chat-wait" class="balie-small">
          {t("chatWait")}
        </p>
      )}
      <Button type="submit">{t("chatSend")}</Button>
    </form>
  );
};
