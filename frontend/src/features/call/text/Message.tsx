import { useMemo } from "preact/hooks";
import { useLanguage, useTexts } from "../../../platform/language.js";
import { formatTime, ownTimeZone } from "../../../platform/time.js";
import type { ChatMessage } from "./chat-log.rules.js";
import { partsOf } from "./message.rules.js";
import { textTexts } from "./text.texts.js";
import { useWriterName } from "./use-writer-name.js";

/** One line of the log. Its text is put in as text, never as markup. */
export const Message = ({ message, isReachable }: { message: ChatMessage; isReachable: boolean }) => {
  const t = useTexts(textTexts);
  const { language } = useLanguage();
  const nameOf = useWriterName();
  const parts = useMemo(() => partsOf(message.text), [message.text]);
  const { from, note } = message;
  if (note === "flood") return <p class="call-message balie-small">{t("flood", { name: nameOf(from) })}</p>;
  return (
    <div class={`call-message ${from ? "" : "call-message--own"}`}>
      <p class="balie-small">
        {nameOf(from)} · <time dateTime={message.at}>{formatTime(message.at, language, ownTimeZone())}</time>
      </p>
      <p class="call-message-text" dir="auto">
        {parts.map(({ text, href }, index) =>
          href && isReachable ? (
            <a key={index} class="utrecht-link" href={href} target="_blank" rel="noopener noreferrer" dir="ltr">
              {text}
            </a>
          ) : (
            text
          ),
        )}
      </p>
      {note === "cut" && <p class="balie-small">{t("cut")}</p>}
    </div>
  );
};
