import type { SlotList } from "@balie/contract/services";
import { useLanguage, useTexts } from "../../platform/language.js";
import { formatDate, formatPeriod } from "../../platform/time.js";
import { Button } from "../Button.js";
import { Icon } from "../Icon.js";
import { Notice } from "../Notice.js";
import { uiTexts } from "../texts.js";
import { earlierFrom, laterFrom } from "./slots.state.js";

interface PeriodProps {
  readonly list: SlotList;
  readonly onGo: (from: string) => void;
}

/** Earlier and later stay in their place while the days change, so that the focus does. */
export const PeriodNavigation = ({ list, isBusy, onGo }: PeriodProps & { isBusy: boolean }) => {
  const t = useTexts(uiTexts);
  const { language } = useLanguage();
  const earlier = earlierFrom(list, Date.now());
  const later = laterFrom(list);
  const period = formatPeriod(list.days[0]!.date, list.days.at(-1)!.date, language);
  return (
    <div class="balie-period">
      <Button isDisabled={!earlier} isBusy={isBusy} onClick={() => earlier && onGo(earlier)}>
        <Icon name="earlier" />
        {t("earlierDays")}
      </Button>
      <p role="status">
        <span class="balie-only-heard">{isBusy ? t("daysLoading") : t("daysLoaded", { period })}</span>
        <span aria-hidden="true">{period}</span>
      </p>
      <Button isDisabled={!later} isBusy={isBusy} onClick={() => later && onGo(later)}>
        {t("laterDays")}
        <Icon name="later" />
      </Button>
    </div>
  );
};

export const NoTimes = ({ list, onGo }: PeriodProps) => {
  const t = useTexts(uiTexts);
  const { language } = useLanguage();
  const next = list.nextDate;
  if (!next) return <Notice kind="warning">{<p>{t("noFreeDayAtAll")}</p>}</Notice>;
  const day = formatDate(next, language);
  return (
    <Notice kind="info" icon="calendar" isAnnounced>
      <p>
        {t("noFreeTimes")} {t("nextFreeDay", { day })}
      </p>
      <Button look="primary" onClick={() => onGo(next)}>
        {t("goToNextFreeDay", { day })}
      </Button>
    </Notice>
  );
};
