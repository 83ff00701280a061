interface SliderProps {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** The value in words. */
  readonly words: string;
  readonly onChange: (value: number) => void;
}

/** The browser's own slider, large; arrows, Page Up and Down, Home and End work by themselves. */
export const Slider = ({ id, label, value, min, max, words, onChange }: SliderProps) => (
  <div class="sound-slider">
    <label class="utrecht-form-label" for={id}>
      {label}
    </label>
    <span class="sound-value" aria-hidden="true">
      {words}
    </span>
    <input
      id={id}
      type="range"
      min={min}
      max={max}
      step={10}
      value={value}
      aria-valuetext={words}
      onInput={({ currentTarget }) => onChange(currentTarget.valueAsNumber)}
    />
  </div>
);
