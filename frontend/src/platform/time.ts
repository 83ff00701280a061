import type { Language } from "@balie/contract/locales/languages";

/** Days and times are written by Intl alone, in the municipality's time zone unless named otherwise. */
const localeTags: Record<Language, string> = { nl: "nl-BE", fr: "fr-BE", de: "de-BE", en: "en-GB" };
const minute = 60_000;
const hour = 60 * minute;

export const ownTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** 14:00 */
export const formatTime = (at: string, language: Language, timeZone: string): string =>
  format(at, language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone });

/** dinsdag 24 november 2026 */
export const formatDay = (at: string, language: Language, timeZone: string): string =>
  format(at, language, { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone });

/** A calendar day (2026-11-24) as: dinsdag 24 november */
export const formatDate = (date: string, language: Language): string =>
  format(`${date}T12:00Z`, language, { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" });

/** A month (2026-11) as: november 2026 */
export const formatMonth = (month: string, language: Language): string =>
  format(`${month}-01T12:00Z`, language, { month: "long", year: "numeric", timeZone: "UTC" });

/** 24–30 november 2026 */
export const formatPeriod = (first: string, last: string, language: Language): string =>
  formatter(localeTags[language], {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).formatRange(new Date(`${first}T12:00Z`), new Date(`${last}T12:00Z`));

/** "over 3 dagen", "over 20 minuten"; counted in calendar days from two days on. */
export const formatUntil = (at: string, now: number, language: Language, timeZone: string): string => {
  const relative = new Intl.RelativeTimeFormat(localeTags[language], { numeric: "auto" });
  const left = Date.parse(at) - now;
  const days = daysBetween(dateIn(new Date(now).toISOString(), timeZone), dateIn(at, timeZone));
  if (left > 24 * hour || (days > 0 && left > 8 * hour)) return relative.format(days, "day");
  if (left > 100 * minute) return relative.format(Math.round(left / hour), "hour");
  return relative.format(Math.max(0, Math.ceil(left / minute)), "minute");
};

/** The reader's own clock where it shows another time than the municipality's; the weekday too where that differs. */
export const formatOwnTime = (
  at: string,
  language: Language,
  timeZone: string,
  own: string = ownTimeZone(),
): string | null => {
  const time = formatTime(at, language, own);
  if (dateIn(at, own) !== dateIn(at, timeZone))
    return `${format(at, language, { weekday: "long", timeZone: own })} ${time}`;
  return time === formatTime(at, language, timeZone) ? null : time;
};

/** The calendar day (2026-11-24) of an instant. */
export const dateIn = (at: string, timeZone: string): string =>
  formatter("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(new Date(at));

/** The hour of the day, 0 to 23. */
export const hourIn = (at: string, timeZone: string): number =>
  Number(formatter("en-GB", { timeZone, hour: "2-digit", hourCycle: "h23" }).format(new Date(at)));

export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T12:00Z`) + days * 24 * hour).toISOString().slice(0, 10);

function daysBetween(first: string, second: string): number {
  return Math.round((Date.parse(`${second}T12:00Z`) - Date.parse(`${first}T12:00Z`)) / (24 * hour));
}

function format(at: string, language: Language, options: Intl.DateTimeFormatOptions): string {
  return formatter(localeTags[language], options).format(new Date(at));
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making one costs more than all its use, and a console draws the same times again at every change. */
function formatter(tag: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${tag} ${JSON.stringify(options)}`;
  const made = formatters.get(key) ?? new Intl.DateTimeFormat(tag, options);
  formatters.set(key, made);
  return made;
}
