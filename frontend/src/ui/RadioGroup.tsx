import type { ComponentChildren } from "preact";
import { describedBy, FieldNotes, type FieldProps } from "./Field.js";

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: ComponentChildren;
  /** A second line under the label. */
  readonly note?: ComponentChildren;
}

interface RadioGroupProps<Value extends string> extends FieldProps {
  readonly value: Value | null;
  readonly choices: readonly Choice<Value>[];
  readonly onChange: (value: Value) => void;
  /** `chips`: side by side where there is room. */
  readonly layout?: "list" | "chips";
  readonly isHeading?: boolean;
}

/** Native radio buttons: arrow keys choose, Tab goes past. The first one carries `id`, so that an error summary can link to it. */
export const RadioGroup = <Value extends string>(props: RadioGroupProps<Value>) => (
  <fieldset
    class={`balie-choices ${props.error ? "utrecht-form-field--invalid" : ""}`}
    aria-describedby={describedBy(props)}
  >
    <legend class={props.isHeading ? "balie-legend-heading" : "utrecht-form-label"}>{props.label}</legend>
    <FieldNotes {...props} />
    <div class={`balie-choices-${props.layout ?? "list"}`}>
      {props.choices.map((choice, index) => (
        <Radio
          key={choice.value}
          id={index === 0 ? props.id : `${props.id}-${index}`}
          name={props.id}
          choice={choice}
          isChecked={choice.value === props.value}
          onChoose={() => props.onChange(choice.value)}
        />
      ))}
    </div>
  </fieldset>
);

interface RadioProps {
  readonly id: string;
  readonly name: string;
  readonly choice: Choice<string>;
  readonly isChecked: boolean;
  readonly onChoose: () => void;
}

export const Radio = ({ id, name, choice, isChecked, onChoose }: RadioProps) => (
  <label class="balie-choice" for={id}>
    <input id={id} type="radio" name={name} value={choice.value} checked={isChecked} onChange={onChoose} />
    <span class="balie-choice-text">
      <span>{choice.label}</span>
      {choice.note && <span class="balie-choice-note">{choice.note}</span>}
    </span>
  </label>
);
