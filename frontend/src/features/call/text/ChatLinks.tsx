import "./text.css";
import { useTexts } from "../../../platform/language.js";
import { describedBy, FieldNotes } from "../../../ui/Field.js";
import { callTexts } from "../call.texts.js";
import type { ChatMessage } from "./chat-log.rules.js";
import { textTexts } from "./text.texts.js";

interface ChatLinksProps {
  readonly id: string;
  readonly offered: readonly { readonly url: string; readonly message: ChatMessage }[];
  readonly ticked: readonly string[];
  readonly error: string | undefined;
  readonly onChange: (ticked: readonly string[]) => void;
}

/** The links of the chat, none of them ticked: whoever closes the meeting looks at what is mailed in the municipality's name. */
export const ChatLinks = ({ id, offered, ticked, error, onChange }: ChatLinksProps) => {
  const t = useTexts(textTexts);
  const say = useTexts(callTexts);
  const nameOf = ({ from }: ChatMessage) => (from ? t("linkBy", { name: from.name || say("nameless") }) : t("linkOwn"));
  if (offered.length === 0) return null;
  const field = { id, label: t("linksOfChat"), hint: t("linksOfChatHint"), error };
  return (
    <fieldset
      class={`balie-choices ${error ? "utrecht-form-field--invalid" : ""}`}
      aria-describedby={describedBy(field)}
    >
      <legend class="utrecht-form-label">{field.label}</legend>
      <FieldNotes {...field} />
      <div class="balie-choices-list">
        {offered.map(({ url, message }, index) => (
          <label key={url} class="balie-choice">
            <input
              id={index === 0 ? id : undefined}
              type="checkbox"
              checked={ticked.includes(url)}
              onChange={({ currentTarget }) =>
                onChange(currentTarget.checked ? [...ticked, url] : ticked.filter((each) => each !== url))
              }
            />
            <span class="balie-choice-text text-links">
              <span dir="ltr">{url}</span>
              <span class="balie-choice-note">{nameOf(message)}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
};
