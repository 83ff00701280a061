import type { InterpreterMedium, InterpretingChoice } from "@balie/contract/interpreters";
import { isSigned } from "@balie/contract/locales/interpreted-languages";

export interface LanguageOption {
  readonly language: string;
  readonly name: string;
  /** By what else it is found: its own name for itself, and its code. */
  readonly alsoKnownAs: readonly string[];
  readonly available: number;
}

/** Every language that can be asked for, by name in the page's language. */
export const optionsOf = (
  languages: InterpretingChoice["languages"],
  nameOf: (language: string, locale: string) => string,
  locale: string,
): readonly LanguageOption[] =>
  languages
    .map(({ language, available, availableByVideo }) => ({
      language,
      name: nameOf(language, locale),
      alsoKnownAs: [nameOf(language, language), language],
      available: Math.max(available, availableByVideo),
    }))
    .sort((one, other) => one.name.localeCompare(other.name, locale));

/** Those with a word that begins with what was typed come first, then those that hold it anywhere. */
export const matching = (options: readonly LanguageOption[], typed: string): readonly LanguageOption[] => {
  const sought = plain(typed);
  if (sought === "") return options;
  const begins = (name: string) =>
    plain(name)
      .split(/[\s-]+/)
      .some((word) => word.startsWith(sought));
  const first = options.filter(({ name, alsoKnownAs }) => [name, ...alsoKnownAs].some(begins));
  return [...first, ...options.filter((option) => !first.includes(option) && plain(option.name).includes(sought))];
};

/** Without accents and capitals. */
const plain = (text: string): string =>
  text
    .trim()
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();

/** What is asked for now: what was picked while it is in sight, else the first of what was typed. */
export const chosenOf = (found: readonly LanguageOption[], picked: string | null, typed: string): string | null => {
  if (found.some(({ language }) => language === picked)) return picked;
  return plain(typed) === "" ? null : (found[0]?.language ?? null);
};

/** The citizen's own language, where it is another than the clerk's and can be asked for. */
export const presetOf = (
  languages: InterpretingChoice["languages"],
  citizens: string,
  clerks: string,
): string | null => (citizens !== clerks && languages.some(({ language }) => language === citizens) ? citizens : null);

/** How an interpreter of this language can come, the usual way first. */
export const mediaOf = (
  languages: InterpretingChoice["languages"],
  chosen: string | null,
  hasPhone: boolean,
): readonly InterpreterMedium[] => {
  const found = languages.find(({ language }) => language === chosen);
  if (!found) return ["phone"];
  const isByPhone = hasPhone && !isSigned(found.language);
  if (!isByPhone) return ["video"];
  return found.availableByVideo > 0 ? ["phone", "video"] : ["phone"];
};
