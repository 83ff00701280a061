import { useState } from "preact/hooks";
import { copyText } from "../../../platform/copy-text.js";
import { useEasyMode } from "../../../platform/easy-mode.js";
import { useLanguage, useTexts } from "../../../platform/language.js";
import { formatTime, ownTimeZone } from "../../../platform/time.js";
import { Button } from "../../../ui/Button.js";
import { Field } from "../../../ui/Field.js";
import { asPlainText, type ChatMessage } from "./chat-log.rules.js";
import { textTexts } from "./text.texts.js";
import { type TextSize, type TextSizeHandle, textSizes } from "./text-size.js";
import { useWriterName } from "./use-writer-name.js";

interface TextToolsProps {
  readonly messages: readonly ChatMessage[];
  readonly size: TextSizeHandle;
}

/** How large the text is, a copy of it, and what is kept of it. No copy at a kiosk: the clipboard would keep it for the next person. */
export const TextTools = ({ messages, size }: TextToolsProps) => {
  const t = useTexts(textTexts);
  const { isKiosk } = useEasyMode();
  return (
    <div class="text-tools">
      <Field id="text-size" label={t("size")}>
        <select
          id="text-size"
          class="utrecht-textbox utrecht-textbox--html-input call-select"
          value={size.value}
          onChange={({ currentTarget }) => size.choose(currentTarget.value as TextSize)}
        >
          {textSizes.map((each) => (
            <option key={each} value={each}>
              {t(`size_${each}`)}
            </option>
          ))}
        </select>
      </Field>
      {messages.length > 0 && !isKiosk && <Copying messages={messages} />}
      <p class="balie-small">{t("kept")}</p>
    </div>
  );
};

const Copying = ({ messages }: Pick<TextToolsProps, "messages">) => {
  const t = useTexts(textTexts);
  const { language } = useLanguage();
  const nameOf = useWriterName();
  const [answer, setAnswer] = useState<"copied" | "copyFailed" | null>(null);
  const copy = async () => {
    const sayWhen = (at: string) => formatTime(at, language, ownTimeZone());
    const text = asPlainText(messages, ({ from }) => nameOf(from), sayWhen);
    setAnswer(null);
    setAnswer((await copyText(text)) ? "copied" : "copyFailed");
  };
  return (
    <div>
      <Button onClick={() => void copy()}>{t("copy")}</Button>
      <p class="balie-small" role="status">
        {answer && t(answer)}
      </p>
    </div>
  );
};
