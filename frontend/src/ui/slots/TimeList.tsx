import type { SlotDay } from "@balie/contract/services";
import { useLanguage, useTexts } from "../../platform/language.js";
import { formatDate, formatOwnTime, formatTime } from "../../platform/time.js";
import { FieldNotes } from "../Field.js";
import { Radio } from "../RadioGroup.js";
import { uiTexts } from "../texts.js";
import { firstTimeId, type SlotPickerProps } from "./slot-picker.props.js";
import { partsOfDay } from "./slots.state.js";

interface TimeListProps extends SlotPickerProps {
  readonly day: SlotDay;
  readonly timeZone: string;
}

export const TimeList = ({ day, timeZone, ...props }: TimeListProps) => {
  const t = useTexts(uiTexts);
  const { language } = useLanguage();
  const label = t("chooseTime", { day: formatDate(day.date, language) });
  return (
    <fieldset
      class={`balie-times ${props.error ? "utrecht-form-field--invalid" : ""}`}
      aria-describedby={props.error ? `${firstTimeId}-error` : undefined}
    >
      <legend>{label}</legend>
      <FieldNotes id={firstTimeId} label={label} error={props.error} />
      {partsOfDay(day.slots, timeZone).map(([part, slots]) => (
        <div key={part}>
          <p class="balie-part-of-day">{t(part)}</p>
          <div class="balie-choices-chips">
            {slots.map((slot) => {
              const own = formatOwnTime(slot.startsAt, language, timeZone);
              return (
                <Radio
                  key={slot.startsAt}
                  id={slot === day.slots[0] ? firstTimeId : `slot-${slot.startsAt}`}
                  name="slot"
                  choice={{
                    value: slot.startsAt,
                    label: formatTime(slot.startsAt, language, timeZone),
                    note: own && t("ownTime", { time: own }),
                  }}
                  isChecked={slot.startsAt === props.value?.startsAt}
                  onChoose={() => props.onChange(slot, timeZone)}
                />
              );
            })}
          </div>
        </div>
      ))}
    </fieldset>
  );
};
