import { useLanguage, useTexts } from "../../../platform/language.js";
import { Button } from "../../../ui/Button.js";
import { Field, FieldNotes } from "../../../ui/Field.js";
import { keepFocus } from "../../../ui/keep-focus.js";
import type { Stretch } from "./draft.rules.js";
import { rosterTexts } from "./roster.texts.js";
import { dayName } from "./roster.view.js";

interface StretchFieldsProps {
  /** From 1. */
  readonly number: number;
  readonly stretch: Stretch;
  readonly errorAt: (id: string) => string | undefined;
  readonly onChange: (stretch: Stretch) => void;
  readonly onRemove?: () => void;
}

/** The days and times of one stretch of the week. */
export const StretchFields = ({ number, stretch, errorAt, onChange, onRemove }: StretchFieldsProps) => {
  const t = useTexts(rosterTexts);
  const firstDay = `day-${number}-1`;
  const daysError = errorAt(firstDay);
  return (
    <fieldset class="roster-stretch-fields">
      <legend class="utrecht-form-label">{t("stretch", { number })}</legend>
      <FieldNotes id={firstDay} label={t("days")} error={daysError} />
      <div class="balie-choices-chips">
        {[1, 2, 3, 4, 5, 6, 7].map((day) => (
          <Day
            key={day}
            id={`day-${number}-${day}`}
            {...{ day, stretch, onChange }}
            describedBy={daysError && `${firstDay}-error`}
          />
        ))}
      </div>
      <div class="roster-times">
        <Time
          id={`from-${number}`}
          label={t("from")}
          value={stretch.from}
          error={errorAt(`from-${number}`)}
          onChange={(from) => onChange({ ...stretch, from })}
        />
        <Time
          id={`until-${number}`}
          label={t("until")}
          hint={t("untilHint")}
          value={stretch.until}
          onChange={(until) => onChange({ ...stretch, until })}
        />
      </div>
      {onRemove && (
        <Button
          look="subtle"
          onClick={() => {
            onRemove();
            keepFocus();
          }}
        >
          {t("removeStretch", { number })}
        </Button>
      )}
    </fieldset>
  );
};

interface DayProps {
  readonly id: string;
  readonly day: number;
  readonly stretch: Stretch;
  readonly describedBy: string | undefined;
  readonly onChange: (stretch: Stretch) => void;
}

const Day = ({ id, day, stretch, describedBy, onChange }: DayProps) => {
  const { language } = useLanguage();
  const others = stretch.days.filter((each) => each !== day);
  return (
    <label class="balie-choice" for={id}>
      <input
        id={id}
        type="checkbox"
        checked={stretch.days.includes(day)}
        aria-describedby={describedBy}
        onChange={({ currentTarget }) =>
          onChange({ ...stretch, days: currentTarget.checked ? [...others, day].sort() : others })
        }
      />
      <span class="balie-choice-text">{dayName(day, language, "long")}</span>
    </label>
  );
};

interface TimeProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

const Time = ({ id, label, hint, error, value, onChange }: TimeProps) => (
  <Field {...{ id, label, hint, error }}>
    <input
      id={id}
      class="utrecht-textbox utrecht-textbox--html-input"
      type="time"
      value={value}
      aria-invalid={error ? true : undefined}
      aria-describedby={[error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ") || undefined}
      onInput={({ currentTarget }) => onChange(currentTarget.value.slice(0, 5))}
    />
  </Field>
);
