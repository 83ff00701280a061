import { useTexts } from "../../../platform/language.js";
import { describedBy, Field } from "../../../ui/Field.js";
import type { DraftFieldsProps } from "./HoursFields.js";
import { rosterTexts } from "./roster.texts.js";

/** The first and the last day away. */
export const AwayFields = ({ draft: { awayFrom, awayUntil }, errorAt, set }: DraftFieldsProps) => {
  const t = useTexts(rosterTexts);
  return (
    <fieldset class="balie-choices" aria-describedby="away-hint">
      <legend class="utrecht-form-label">{t("away")}</legend>
      <div id="away-hint" class="utrecht-form-field-description">
        {t("awayHint")}
      </div>
      <div class="roster-times">
        <Day
          id="away-from"
          label={t("awayFrom")}
          value={awayFrom}
          error={errorAt("away-from")}
          onChange={(day) => set({ awayFrom: day })}
        />
        <Day
          id="away-until"
          label={t("awayUntil")}
          value={awayUntil}
          error={errorAt("away-until")}
          onChange={(day) => set({ awayUntil: day })}
        />
      </div>
    </fieldset>
  );
};

interface DayProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (day: string) => void;
}

const Day = ({ onChange, ...field }: DayProps) => (
  <Field {...field} isOptional>
    <input
      id={field.id}
      class="utrecht-textbox utrecht-textbox--html-input"
      type="date"
      value={field.value}
      aria-invalid={field.error ? true : undefined}
      aria-describedby={describedBy(field)}
      onInput={({ currentTarget }) => onChange(currentTarget.value)}
    />
  </Field>
);
