import type { Language } from "@balie/contract/locales/languages";
import { de } from "@balie/contract/locales/mail/de";
import { en } from "@balie/contract/locales/mail/en";
import { fr } from "@balie/contract/locales/mail/fr";
import { nl } from "@balie/contract/locales/mail/nl";
import { type Translate, translator } from "@balie/contract/locales/texts";

const readers = {
  nl: translator<typeof nl>(nl),
  fr: translator<typeof nl>(fr),
  de: translator<typeof nl>(de),
  en: translator<typeof nl>(en),
} satisfies Record<Language, Translate<typeof nl>>;

/** The reader of the mails' texts in the citizen's language. */
export const mailTexts = (language: Language): Translate<typeof nl> => readers[language];

const locales = { nl: "nl-BE", fr: "fr-BE", de: "de-BE", en: "en-GB" } satisfies Record<Language, string>;

/** A moment as people say it, on the clock of the given zone. */
export function describeMoment(
  moment: Date,
  language: Language,
  timeZone: string,
): { date: string; time: string; zone: string } {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locales[language], { timeZone, ...options });
  return {
    date: format({ weekday: "long", day: "numeric", month: "long", year: "numeric" }).format(moment),
    time: format({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(moment),
    zone: format({ timeZoneName: "longGeneric" })
      .formatToParts(moment)
      .find(({ type }) => type === "timeZoneName")!.value,
  };
}
