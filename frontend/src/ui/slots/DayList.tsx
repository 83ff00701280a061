import type { SlotDay, SlotList, SlotView } from "@balie/contract/services";
import { Fragment } from "preact";
import { useEffect, useState } from "preact/hooks";
import { useLanguage, useTexts } from "../../platform/language.js";
import { dateIn, formatDate } from "../../platform/time.js";
import { Radio } from "../RadioGroup.js";
import { uiTexts } from "../texts.js";
import type { SlotPickerProps } from "./slot-picker.props.js";
import { openDay } from "./slots.state.js";
import { TimeList } from "./TimeList.js";

/** A radio button for each day with a time, the reason for each day without; the open day's times stand below it. */
export const DayList = ({ list, ...props }: SlotPickerProps & { list: SlotList }) => {
  const t = useTexts(uiTexts);
  const [wish, setWish] = useState<string | null>(null);
  const open = openDay(list, wish, props.value);
  useForgetWhenGone(list, props);
  return (
    <fieldset class="balie-choices">
      <legend class="balie-legend-heading">{t("chooseDay")}</legend>
      <div class="balie-days">
        {list.days.map((day) => (
          <Fragment key={day.date}>
            <Day day={day} isOpen={day === open} onOpen={() => setWish(day.date)} />
            {day === open && <TimeList day={day} timeZone={list.timeZone} {...props} />}
          </Fragment>
        ))}
      </div>
    </fieldset>
  );
};

interface DayProps {
  readonly day: SlotDay;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}

const Day = ({ day, isOpen, onOpen }: DayProps) => {
  const t = useTexts(uiTexts);
  const { language } = useLanguage();
  const label = <span class="balie-day">{formatDate(day.date, language)}</span>;
  const count = day.slots.length;
  if (count === 0) return <DayWithout day={day} />;
  const note = count === 1 ? t("freeTime") : t("freeTimes", { count });
  return (
    <Radio
      id={`day-${day.date}`}
      name="day"
      choice={{ value: day.date, label, note }}
      isChecked={isOpen}
      onChoose={onOpen}
    />
  );
};

const reasons = {
  closed: "dayClosed",
  closure: "dayClosure",
  full: "dayFull",
  too_soon: "dayTooSoon",
  beyond_horizon: "dayBeyondHorizon",
} as const;

const DayWithout = ({ day }: { day: SlotDay }) => {
  const t = useTexts(uiTexts);
  const { language } = useLanguage();
  return (
    <p class="balie-day-without">
      <span class="balie-day">{formatDate(day.date, language)}</span>
      <span class="balie-choice-note">{t(reasons[day.withoutSlots ?? "full"])}</span>
    </p>
  );
};

/** A time that was chosen and lies in this period, but is not offered any more, must not be booked by the next click. */
function useForgetWhenGone(list: SlotList, { value, onChange }: SlotPickerProps): void {
  useEffect(() => {
    if (value && isGone(list, value)) onChange(null, list.timeZone);
  }, [list, value, onChange]);
}

function isGone(list: SlotList, slot: SlotView): boolean {
  const date = dateIn(slot.startsAt, list.timeZone);
  const day = list.days.find((each) => each.date === date);
  return !!day && !day.slots.some(({ startsAt }) => startsAt === slot.startsAt);
}
