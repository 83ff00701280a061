import { useTexts } from "../../../platform/language.js";
import { Button } from "../../../ui/Button.js";
import { RadioGroup } from "../../../ui/RadioGroup.js";
import { type Draft, officeHours, type Stretch } from "./draft.rules.js";
import { rosterTexts } from "./roster.texts.js";
import { StretchFields } from "./StretchFields.js";

export interface DraftFieldsProps {
  readonly draft: Draft;
  readonly errorAt: (id: string) => string | undefined;
  readonly set: (changes: Partial<Draft>) => void;
}

const mostStretches = 21;

/** At any hour, or in stretches of the week. */
export const HoursFields = ({ draft: { isAlways, stretches }, errorAt, set }: DraftFieldsProps) => {
  const t = useTexts(rosterTexts);
  const change = (index: number, stretch: Stretch | null) =>
    set({ stretches: stretches.flatMap((each, at) => (at === index ? (stretch ?? []) : each)) });
  return (
    <>
      <RadioGroup
        id="hours"
        label={t("hours")}
        value={isAlways ? "always" : "fixed"}
        choices={[
          { value: "always", label: t("hoursAlways") },
          { value: "fixed", label: t("hoursFixed") },
        ]}
        layout="chips"
        onChange={(choice) => set({ isAlways: choice === "always" })}
      />
      {!isAlways && (
        <>
          {stretches.map((stretch, index) => (
            <StretchFields
              key={index}
              number={index + 1}
              stretch={stretch}
              errorAt={errorAt}
              onChange={(changed) => change(index, changed)}
              {...(stretches.length > 1 ? { onRemove: () => change(index, null) } : {})}
            />
          ))}
          {stretches.length < mostStretches && (
            <Button onClick={() => set({ stretches: [...stretches, officeHours] })}>{t("addStretch")}</Button>
          )}
        </>
      )}
    </>
  );
};
