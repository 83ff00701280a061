interface CheckChoiceProps {
  readonly id: string;
  readonly label: string;
  readonly note: string;
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
}

export const CheckChoice = ({ id, label, note, isChecked, onChange }: CheckChoiceProps) => (
  <label class="balie-choice" for={id}>
    <input
      id={id}
      type="checkbox"
      checked={isChecked}
      aria-describedby={`${id}-note`}
      onChange={({ currentTarget }) => onChange(currentTarget.checked)}
    />
    <span class="balie-choice-text">
      <span>{label}</span>
      <span class="balie-choice-note" id={`${id}-note`}>
        {note}
      </span>
    </span>
  </label>
);
