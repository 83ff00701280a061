import { useLanguage, useTexts } from "../platform/language.js";
import { formatDay, formatOwnTime, formatTime } from "../platform/time.js";
import { uiTexts } from "./texts.js";

interface Moment {
  readonly at: string;
  readonly timeZone: string;
}

/** Day and time in the municipality's zone; where the reader's own clock differs, says so. */
export const When = ({ at, timeZone }: Moment) => {
  const { language } = useLanguage();
  return (
    <>
      <span class="balie-day">{formatDay(at, language, timeZone)}</span>
      <br />
      <Time at={at} timeZone={timeZone} />
    </>
  );
};

/** The one that the page is about. */
export const MainWhen = (moment: Moment) => (
  <strong>
    <When {...moment} />
  </strong>
);

/** 14:00, or for a reader in London: 14:00 (Brussel) · 13:00 bij u */
export const Time = ({ at, timeZone }: Moment) => {
  const t = useTexts(uiTexts);
  const { language } = useLanguage();
  const city = useCity(timeZone);
  const time = formatTime(at, language, timeZone);
  const own = formatOwnTime(at, language, timeZone);
  if (!own) return <time dateTime={at}>{time}</time>;
  return (
    <time dateTime={at}>
      {t("timeInCity", { time, city })} · {t("ownTime", { time: own })}
    </time>
  );
};

/** Europe/Brussels → Brussel */
export const useCity = (timeZone: string): string => {
  const t = useTexts(uiTexts);
  const city = timeZone.split("/").at(-1)!.replaceAll("_", " ");
  const known = ["Brussels", "Amsterdam", "Paris", "Berlin", "Luxembourg"] as const;
  const name = known.find((each) => each === city);
  return name ? t(`city${name}`) : city;
};
