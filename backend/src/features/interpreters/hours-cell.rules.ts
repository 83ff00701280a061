import type { InterpreterHours } from "@balie/contract/interpreters";
import type { Language } from "@balie/contract/locales/languages";

/** Monday first. No word stands for different days in two languages. */
const dayNames: Record<Language, readonly string[]> = {
  nl: ["ma", "di", "wo", "do", "vr", "za", "zo"],
  fr: ["lun", "mar", "mer", "jeu", "ven", "sam", "dim"],
  de: ["mo", "di", "mi", "do", "fr", "sa", "so"],
  en: ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
};

/** "ma-vr 09:00-12:30, ma wo 13:00-17:00". */
export const writeHours = (hours: readonly InterpreterHours[], language: Language): string =>
  hours.map(({ days, from, until }) => `${writeDays(days, language)} ${from}-${until}`).join(", ");

/** Days in a row of three and more as first and last. */
function writeDays(days: readonly number[], language: Language): string {
  const rows: number[][] = [];
  for (const day of days) {
    const row = rows.at(-1);
    if (row?.at(-1) === day - 1) row.push(day);
    else rows.push([day]);
  }
  const name = (day: number) => dayNames[language][day - 1]!;
  return rows.flatMap((row) => (row.length > 2 ? [`${name(row[0]!)}-${name(row.at(-1)!)}`] : row.map(name))).join(" ");
}

/** What `writeHours` wrote, in any language, and as people write it: "ma-vr 9u-17u30". The part that is no hours when one is not. */
export function readHours(text: string): { hours: InterpreterHours[] } | { wrong: string } {
  const parts = text
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter(Boolean);
  const hours: InterpreterHours[] = [];
  for (const part of parts) {
    const stretch = readStretch(part.toLowerCase());
    if (!stretch) return { wrong: part };
    hours.push(stretch);
  }
  return { hours };
}

const stretchForm = /^(\D+?)\s*(\d{1,2}(?:[:.uh]\d{2}|[uh])?)\s*(?:-|–|tot|à|bis|to)\s*(\d{1,2}(?:[:.uh]\d{2}|[uh])?)$/;

function readStretch(part: string): InterpreterHours | null {
  const [, dayPart, first, last] = stretchForm.exec(part) ?? [];
  if (!dayPart) return null;
  const days = readDays(dayPart);
  const from = readTime(first!);
  const until = readTime(last!);
  return days && from && until && until > from && from < "24:00" ? { days, from, until } : null;
}

function readDays(text: string): number[] | null {
  const words = text
    .replace(/\s*[-–]\s*/g, "-")
    .split(/[\s+&/]+/)
    .filter(Boolean);
  const days = words.map(readDayRange);
  return days.length > 0 && days.every((each) => each !== null)
    ? [...new Set(days.flat())].sort((one, other) => one - other)
    : null;
}

function readDayRange(word: string): number[] | null {
  const [first, last = first, ...rest] = word.split("-").map(dayCalled);
  if (!first || !last || rest.length > 0 || last < first) return null;
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** 0 when it is no day. "lun." is one. */
function dayCalled(word: string): number {
  const plain = word.replace(/\.$/, "");
  for (const names of Object.values(dayNames)) {
    const index = names.indexOf(plain);
    if (index >= 0) return index + 1;
  }
  return 0;
}

function readTime(text: string): string | null {
  const [, hour, minute = "00"] = /^(\d{1,2})(?:[:.uh](\d{2})?)?$/.exec(text) ?? [];
  const time = `${hour?.padStart(2, "0")}:${minute}`;
  return /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(time) ? time : null;
}
