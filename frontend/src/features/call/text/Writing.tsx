import { useEffect, useState } from "preact/hooks";
import { useTexts } from "../../../platform/language.js";
import { browserShelf } from "../../../platform/storage.js";
import { Button } from "../../../ui/Button.js";
import { callTexts } from "../call.texts.js";
import { longestText } from "./realtime-text.rules.js";
import { textTexts } from "./text.texts.js";
import type { WritingHandle } from "./writing-handle.js";

interface WritingProps {
  readonly isConnected: boolean;
  /** Who is there; whoever comes in is told of the line so far. */
  readonly readers: string;
  readonly writing: WritingHandle;
}

export const Writing = ({ isConnected, readers, writing }: WritingProps) => {
  const t = useTexts(callTexts);
  const [text, setText] = useState(() => writing.draft.read() ?? "");
  const [isLive, setLive] = useLive();
  const put = (now: string) => {
    setText(now);
    writing.draft.write(now);
  };
  const send = () => {
    const message = text.trim();
    if (!message || !isConnected) return;
    writing.send(message);
    put("");
  };
  useEffect(() => {
    if (isLive && isConnected && text) writing.live.repeat(text);
  }, [isLive, isConnected, readers]);
  useEffect(() => writing.live.stop, [isLive]);
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
        dir="auto"
        rows={2}
        maxLength={longestText}
        value={text}
        aria-describedby={isConnected ? undefined : "chat-wait"}
        onInput={({ currentTarget }) => {
          put(currentTarget.value);
          if (isLive && isConnected) writing.live.write(currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          send();
        }}
        // The other has read it already. A look at another window is no leaving.
        onBlur={() => isLive && document.hasFocus() && send()}
      />
      {!isConnected && (
        <p id="chat-wait" class="balie-small">
          {t("chatWait")}
        </p>
      )}
      <LiveChoice isLive={isLive} onChange={setLive} />
      <Button type="submit">{t("chatSend")}</Button>
    </form>
  );
};

interface LiveChoiceProps {
  readonly isLive: boolean;
  readonly onChange: (isLive: boolean) => void;
}

const LiveChoice = ({ isLive, onChange }: LiveChoiceProps) => {
  const t = useTexts(textTexts);
  return (
    <label class="balie-choice text-choice">
      <input
        type="checkbox"
        checked={isLive}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
        aria-describedby="live-hint"
      />
      <span class="balie-choice-text">
        <span>{t("live")}</span>
        <span id="live-hint" class="balie-choice-note">
          {t("liveHint")}
        </span>
      </span>
    </label>
  );
};

/** Off until it is chosen: what somebody has not sent is nobody else's. */
const useLive = (): [boolean, (isLive: boolean) => void] => {
  const shelf = browserShelf<boolean>("live-text");
  const [isLive, setLive] = useState(() => shelf.read() === true);
  const choose = (now: boolean) => {
    setLive(now);
    shelf.write(now);
  };
  return [isLive, choose];
};
