import type { InterpreterHours, InterpreterView } from "@balie/contract/interpreters";
import { languageName } from "@balie/contract/locales/interpreted-languages";
import type { Language } from "@balie/contract/locales/languages";

/** As they are called; who is not active comes last. */
export const inOrder = (roster: readonly InterpreterView[]): readonly InterpreterView[] =>
  [...roster].sort(
    (one, other) =>
      Number(other.isActive) - Number(one.isActive) || one.rank - other.rank || one.name.localeCompare(other.name),
  );

/** With this one in place of who they were, or added at the end. */
export const withInterpreter = (
  roster: readonly InterpreterView[],
  interpreter: InterpreterView,
): readonly InterpreterView[] =>
  roster.some(({ id }) => id === interpreter.id)
    ? roster.map((each) => (each.id === interpreter.id ? interpreter : each))
    : [...roster, interpreter];

/** Those whose name, agency, number or one of whose languages has each word of the text in it. */
export const found = (
  roster: readonly InterpreterView[],
  text: string,
  language: Language,
): readonly InterpreterView[] => {
  const words = text.toLocaleLowerCase(language).split(/\s+/).filter(Boolean);
  return roster.filter(({ name, agencyName, address, languages }) => {
    const all = [
      name,
      agencyName ?? "",
      address,
      ...languages,
      ...languages.map((code) => languageName(code, language)),
    ];
    const whole = all.join("\n").toLocaleLowerCase(language);
    return words.every((word) => whole.includes(word));
  });
};

export const languageNames = (codes: readonly string[], language: Language): string =>
  codes.map((code) => languageName(code, language)).join(", ");

/** Short or long, Monday is 1. */
export const dayName = (day: number, language: Language, length: "short" | "long"): string =>
  // 2024 began on a Monday.
  new Intl.DateTimeFormat(language, { weekday: length, timeZone: "UTC" }).format(Date.UTC(2024, 0, day));

/** "ma–vr 09:00–17:00"; days in a row of three and more as first and last. */
export const hoursText = ({ days, from, until }: InterpreterHours, language: Language): string => {
  const rows: number[][] = [];
  for (const day of days) {
    const row = rows.at(-1);
    if (row?.at(-1) === day - 1) row.push(day);
    else rows.push([day]);
  }
  const name = (day: number) => dayName(day, language, "short");
  const dayTexts = rows.flatMap((row) => (row.length > 2 ? [`${name(row[0]!)}–${name(row.at(-1)!)}`] : row.map(name)));
  return `${dayTexts.join(" ")} ${from}–${until}`;
};

/** 24 december 2026 */
const dateText = (date: string, language: Language): string =>
  new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${date}T12:00Z`));

export type Away =
  | { readonly key: "awayBetween"; readonly from: string; readonly until: string }
  | { readonly key: "awayFromOn"; readonly from: string }
  | { readonly key: "awayUntilEnd"; readonly until: string };

/** Days away that are not over yet on `today` (yyyy-mm-dd), in words. */
export const awayOf = (
  { awayFrom, awayUntil }: Pick<InterpreterView, "awayFrom" | "awayUntil">,
  today: string,
  language: Language,
): Away | null => {
  if (awayUntil !== null && awayUntil < today) return null;
  const from = awayFrom && dateText(awayFrom, language);
  const until = awayUntil && dateText(awayUntil, language);
  if (from && until) return { key: "awayBetween", from, until };
  if (from) return { key: "awayFromOn", from };
  return until ? { key: "awayUntilEnd", until } : null;
};
