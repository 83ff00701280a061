import {
  type InterpreterColumn,
  type InterpreterFileFault,
  type InterpreterInput,
  interpreterColumn,
  mostInterpretersInFile,
} from "@balie/contract/interpreters";
import { type Language, languages } from "@balie/contract/locales/languages";
import { de } from "@balie/contract/locales/roster/de";
import { en } from "@balie/contract/locales/roster/en";
import { fr } from "@balie/contract/locales/roster/fr";
import { nl } from "@balie/contract/locales/roster/nl";
import { cells, plainInterpreter } from "./interpreter-cells.rules.js";

/** A line of a file, by the number that a text editor gives it. */
export type FileRow = { line: number; cells: string[] };
/** An interpreter as one line has them: only the columns that the file has. */
export type FileInterpreter = { line: number; values: Partial<InterpreterInput> & RosterKey };
/** By which an interpreter is known again. */
export type RosterKey = Pick<InterpreterInput, "name" | "address">;

const columns = interpreterColumn.options;
const required: readonly InterpreterColumn[] = ["name", "languages", "address"];
const titles: Record<Language, Record<InterpreterColumn, string>> = {
  nl: titlesIn(nl),
  fr: titlesIn(fr),
  de: titlesIn(de),
  en: titlesIn(en),
};

function titlesIn(texts: { readonly [Key in keyof typeof nl]: string }): Record<InterpreterColumn, string> {
  const titled = columns.map((column) => [column, texts[`column_${column}`]] as const);
  return Object.fromEntries(titled) as Record<InterpreterColumn, string>;
}

/** The roster as lines of cells, the titles first. */
export const rowsOf = (roster: readonly InterpreterInput[], language: Language): string[][] => [
  columns.map((column) => titles[language][column]),
  ...roster.map((interpreter) => columns.map((column) => cellOf(column, interpreter, language))),
];

function cellOf<Column extends InterpreterColumn>(
  column: Column,
  interpreter: InterpreterInput,
  language: Language,
): string {
  return cells[column].write(interpreter[column], language);
}

/** Who is in a file whose first row has the titles, in any of our languages and in any order; and every fault. */
export function readRows([header, ...rows]: readonly FileRow[]): {
  interpreters: FileInterpreter[];
  faults: InterpreterFileFault[];
} {
  if (!header) return { interpreters: [], faults: [{ line: null, column: null, code: "empty", text: "" }] };
  const { known, faults } = readTitles(header);
  if (faults.length > 0) return { interpreters: [], faults };
  if (rows.length > mostInterpretersInFile)
    return { interpreters: [], faults: [{ line: null, column: null, code: "too_many", text: "" }] };
  const read = rows.map((row) => readRow(row, known, header.cells));
  const interpreters = read.flatMap(({ interpreter }) => interpreter ?? []);
  const all = [...read.flatMap((row) => row.faults), ...doublesIn(interpreters)];
  return { interpreters, faults: all.sort((one, other) => one.line! - other.line!) };
}

function readTitles({ line, cells: found }: FileRow): { known: InterpreterColumn[]; faults: InterpreterFileFault[] } {
  const known = found.map(columnCalled);
  const fault = (code: "column_unknown" | "column_twice", column: string) => ({ line, column, code, text: column });
  const faults: InterpreterFileFault[] = known.flatMap((column, index) => {
    if (column === null) return [fault("column_unknown", found[index]!)];
    return known.indexOf(column) < index ? [fault("column_twice", found[index]!)] : [];
  });
  const missing = required.filter((column) => !known.includes(column));
  for (const column of missing)
    faults.push({ line, column: titles.nl[column], code: "column_missing", text: languagesOf(column) });
  return { known: known.filter((column) => column !== null), faults };
}

/** Its title in each language, once. */
const languagesOf = (column: InterpreterColumn): string =>
  [...new Set(languages.map((language) => titles[language][column]))].join(", ");

const columnCalled = (title: string): InterpreterColumn | null => {
  const wanted = title.trim().toLowerCase();
  const isIt = (column: InterpreterColumn) =>
    languages.some((language) => titles[language][column].toLowerCase() === wanted);
  return columns.find(isIt) ?? null;
};

function readRow(
  { line, cells: found }: FileRow,
  known: readonly InterpreterColumn[],
  header: readonly string[],
): { interpreter: FileInterpreter | null; faults: InterpreterFileFault[] } {
  const values: Record<string, unknown> = {};
  const faults: InterpreterFileFault[] = [];
  for (const [index, column] of known.entries()) {
    const read = cells[column].read((found[index] ?? "").trim());
    if ("value" in read) values[column] = read.value;
    else faults.push({ line, column: header[index]!, code: read.code, text: short(read.text) });
  }
  const beyond = found.slice(known.length).find((cell) => cell.trim() !== "");
  if (beyond) faults.push({ line, column: null, code: "too_many_cells", text: short(beyond) });
  const { awayFrom, awayUntil } = values as Partial<InterpreterInput>;
  if (awayFrom && awayUntil && awayUntil < awayFrom)
    faults.push({ line, column: header[known.indexOf("awayUntil")]!, code: "away_order", text: awayUntil });
  return {
    interpreter: faults.length === 0 ? { line, values: values as FileInterpreter["values"] } : null,
    faults,
  };
}

function doublesIn(interpreters: readonly FileInterpreter[]): InterpreterFileFault[] {
  const first = new Map<string, number>();
  return interpreters.flatMap(({ line, values }) => {
    const before = first.get(keyOf(values));
    if (before !== undefined) return [{ line, column: null, code: "twice" as const, text: String(before) }];
    first.set(keyOf(values), line);
    return [];
  });
}

export const keyOf = ({ name, address }: RosterKey): string => JSON.stringify([name, address]);

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

/** What a line makes of whoever stands on the roster already, or of somebody new. */
export const withLine = (
  { values }: FileInterpreter,
  known: InterpreterInput | undefined,
): { input: InterpreterInput; isSame: boolean } => {
  const input = pick({ ...plainInterpreter, ...known, ...values } as InterpreterInput);
  return { input, isSame: known !== undefined && JSON.stringify(input) === JSON.stringify(pick(known)) };
};

/** The columns in one order, whatever else is there. */
const pick = (interpreter: InterpreterInput): InterpreterInput =>
  Object.fromEntries(columns.map((column) => [column, plainOf(interpreter[column])])) as InterpreterInput;

/** Hours come from the database with their keys in an order of its own. */
const plainOf = (value: InterpreterInput[InterpreterColumn]) =>
  Array.isArray(value)
    ? value.map((one) => (typeof one === "string" ? one : { days: one.days, from: one.from, until: one.until }))
    : value;
