interface CheckChoiceProps {
  readonly id: string;
  readonly label: string;
  readonly note: string;
  readonly isChecked: boolean;
  readonly describedBy?: string | undefined;
  readonly onChange: (isChecked: boolean) => void;
}

/** One thing to switch on or off, and in small what it does: looks as the choices of a RadioGroup. */
export const CheckChoice = ({ id, label, note, isChecked, describedBy, onChange }: CheckChoiceProps) => (
  <label class="balie-choice" for={id}>
    <input
      id={id}
      type="checkbox"
      checked={isChecked}
      aria-describedby={describedBy}
      onChange={({ currentTarget }) => onChange(currentTarget.checked)}
    />
    <span class="balie-choice-text">
      <span>{label}</span> <span class="balie-choice-note">{note}</span>
    </span>
  </label>
);
