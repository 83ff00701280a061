import "@utrecht/form-field-css/dist/index.css";
import "@utrecht/form-field-description-css/dist/index.css";
import "@utrecht/form-field-error-message-css/dist/index.css";
import "@utrecht/form-label-css/dist/index.css";
import "@utrecht/textarea-css/dist/index.css";
import "@utrecht/textbox-css/dist/index.css";
import type { ComponentChildren } from "preact";
import { useTexts } from "../platform/language.js";
import { uiTexts } from "./texts.js";

export interface FieldProps {
  /** Also the id of its input: an error summary links to it. */
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly isOptional?: boolean;
}

/** What the input itself must carry so that its hint and error are read with it. */
export const describedBy = (props: FieldProps): string | undefined =>
  [props.error && `${props.id}-error`, props.hint && `${props.id}-hint`].filter(Boolean).join(" ") || undefined;

/** Label, hint and error around any one input whose id is `id`. */
export const Field = (props: FieldProps & { children: ComponentChildren }) => {
  const t = useTexts(uiTexts);
  return (
    <div class={`utrecht-form-field balie-field ${props.error ? "utrecht-form-field--invalid" : ""}`}>
      <label class="utrecht-form-label" for={props.id}>
        {props.label} {props.isOptional && <span class="balie-optional">({t("optional")})</span>}
      </label>
      <FieldNotes {...props} />
      {props.children}
    </div>
  );
};

export const FieldNotes = ({ id, hint, error }: FieldProps) => (
  <>
    {hint && (
      <div id={`${id}-hint`} class="utrecht-form-field-description">
        {hint}
      </div>
    )}
    {error && (
      <div id={`${id}-error`} class="utrecht-form-field-error-message balie-error">
        {error}
      </div>
    )}
  </>
);
