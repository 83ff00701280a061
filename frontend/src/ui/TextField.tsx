import { useTexts } from "../platform/language.js";
import { describedBy, Field, type FieldProps } from "./Field.js";
import { uiTexts } from "./texts.js";

interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly type?: "text" | "email" | "tel" | "password" | "search" | "url";
  /** What the browser may fill in (WCAG 1.3.5). */
  readonly autocomplete?: string;
  readonly maxLength?: number;
  readonly isReadOnly?: boolean;
}

export const TextField = (props: TextFieldProps) => (
  <Field {...props}>
    <input
      id={props.id}
      class="utrecht-textbox utrecht-textbox--html-input"
      // Preact types each kind of input apart; one of these is as good as another here.
      type={(props.type ?? "text") as "text"}
      value={props.value}
      autocomplete={props.autocomplete ?? "off"}
      spellcheck={props.type === "email" ? false : undefined}
      maxLength={props.maxLength}
      readOnly={props.isReadOnly}
      required={!props.isOptional}
      aria-invalid={props.error ? true : undefined}
      aria-describedby={describedBy(props)}
      onInput={(event) => props.onInput(event.currentTarget.value)}
    />
  </Field>
);

interface TextAreaProps extends FieldProps {
  readonly value: string;
  readonly onInput: (value: string) => void;
  /** Shown as a countdown; more can be typed, and is an error only when sent. */
  readonly maxCharacters: number;
}

export const TextArea = (props: TextAreaProps) => (
  <Field {...props}>
    <textarea
      id={props.id}
      class="utrecht-textarea utrecht-textarea--html-textarea"
      rows={4}
      value={props.value}
      required={!props.isOptional}
      aria-invalid={props.error ? true : undefined}
      aria-describedby={[describedBy(props), `${props.id}-count`].filter(Boolean).join(" ")}
      onInput={(event) => props.onInput(event.currentTarget.value)}
    />
    <CharactersLeft id={`${props.id}-count`} left={props.maxCharacters - props.value.length} />
  </Field>
);

/** Seen all the time; spoken only when the end comes near. */
const CharactersLeft = ({ id, left }: { id: string; left: number }) => {
  const t = useTexts(uiTexts);
  const text = left < 0 ? t("charactersTooMany", { over: -left }) : t("charactersLeft", { left });
  return (
    <>
      <div id={id} class="balie-small">
        {text}
      </div>
      <div class="balie-only-heard" aria-live="polite">
        {left <= 50 && left % 10 === 0 ? text : ""}
      </div>
    </>
  );
};
