import type { Language } from "@balie/contract/locales/languages";
import { de } from "@balie/contract/locales/mail/de";
import { en } from "@balie/contract/locales/mail/en";
import { fr } from "@balie/contract/locales/mail/fr";
import { nl } from "@balie/contract/locales/mail/nl";
import { type Translate, translators } from "@balie/contract/locales/texts";

const readers = translators<typeof nl>({ nl, fr, de, en });

/** The reader of the mails' texts in the citizen's language. */
export const mailTexts = (language: Language): Translate<typeof nl> => readers[language];

const locales = { nl: "nl-BE", fr: "fr-BE", de: "de-BE", en: "en-GB" } satisfies Record<Language, string>;

const parts = {
  date: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  time: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  zone: { timeZoneName: "longGeneric" },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

/** Making a format costs milliseconds and a megabyte outside the heap: each is made once. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(part: keyof typeof parts, language: Language, timeZone: string): Intl.DateTimeFormat {
  const key = `${part} ${language} ${timeZone}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locales[language], { timeZone, ...parts[part] });
  formats.set(key, format);
  return format;
}

/** A moment as people say it, on the clock of the given zone. */
export const describeMoment = (
  moment: Date,
  language: Language,
  timeZone: string,
): Record<keyof typeof parts, string> => ({
  date: formatOf("date", language, timeZone).format(moment),
  time: formatOf("time", language, timeZone).format(moment),
  zone: formatOf("zone", language, timeZone)
    .formatToParts(moment)
    .find(({ type }) => type === "timeZoneName")!.value,
});
