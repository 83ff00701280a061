import "./slots.css";
import type { SlotList } from "@balie/contract/services";
import { useEffect, useState } from "preact/hooks";
import { useTexts } from "../../platform/language.js";
import { useLoaded } from "../../platform/loading.js";
import { formatOwnTime } from "../../platform/time.js";
import { Failure } from "../Failure.js";
import { Spinner } from "../Spinner.js";
import { uiTexts } from "../texts.js";
import { useCity } from "../When.js";
import { DayList } from "./DayList.js";
import { NoTimes, PeriodNavigation } from "./PeriodNavigation.js";
import type { SlotPickerProps } from "./slot-picker.props.js";
import { loadSlots } from "./slots.api.js";

/** Days of a week and their times, in the municipality's time zone; asks for them anew whenever it is drawn. */
export const SlotPicker = (props: SlotPickerProps) => {
  const t = useTexts(uiTexts);
  const [from, setFrom] = useState(props.firstDay ?? null);
  const { loading, reload } = useLoaded(`${props.serviceId} ${from}`, (signal) =>
    loadSlots(props.serviceId, from, signal),
  );
  const list = useLast(loading.state === "loaded" ? loading.value : null);
  if (loading.state === "failed") return <Failure error={loading.error} onRetry={reload} />;
  if (!list) return <Spinner text={t("daysLoading")} />;
  const isBusy = loading.state === "loading";
  const hasTimes = list.days.some((day) => day.slots.length > 0);
  return (
    <div class="balie-slots" aria-busy={isBusy}>
      <ZoneNote list={list} />
      <PeriodNavigation list={list} isBusy={isBusy} onGo={setFrom} />
      {!hasTimes && <NoTimes list={list} onGo={setFrom} />}
      <DayList key={list.days[0]?.date} list={list} {...props} />
    </div>
  );
};

/** What was loaded last, so that the list stays in its place while the next one comes. */
function useLast<Value>(value: Value | null): Value | null {
  const [last, setLast] = useState(value);
  useEffect(() => {
    if (value) setLast(value);
  }, [value]);
  return value ?? last;
}

const ZoneNote = ({ list }: { list: SlotList }) => {
  const t = useTexts(uiTexts);
  const city = useCity(list.timeZone);
  const at = list.days.flatMap((day) => day.slots)[0]?.startsAt;
  if (!at || !formatOwnTime(at, "nl", list.timeZone)) return null;
  return <p>{t("timesInCity", { city })}</p>;
};
