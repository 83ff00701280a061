import {
  type InterpreterColumn,
  type InterpreterFileFaultCode,
  type InterpreterInput,
  interpreterInput,
} from "@balie/contract/interpreters";
import { languageCalled } from "@balie/contract/locales/interpreted-languages";
import type { Language } from "@balie/contract/locales/languages";
import { guarded, unguarded } from "./cell-guard.rules.js";
import { readHours, writeHours } from "./hours-cell.rules.js";

type CellFault = { code: InterpreterFileFaultCode; text: string };
type Read<Value> = { value: Value } | CellFault;

/** How each column is written and read. Reading takes what a spreadsheet makes of it on the way, and what people type. */
export const cells: {
  [Column in InterpreterColumn]: {
    write: (value: InterpreterInput[Column], language: Language) => string;
    /** The text is trimmed, and may be empty. */
    read: (text: string) => Read<InterpreterInput[Column]>;
  };
} = {
  name: { write: guarded, read: (text) => required(text, readLine) },
  languages: { write: (languages) => languages.join(", "), read: (text) => required(text, readLanguages) },
  address: { write: writeAddress, read: (text) => required(text, readAddress) },
  email: { write: (email) => guarded(email ?? ""), read: (text) => optional(text, readEmail) },
  mailLanguage: { write: String, read: readMailLanguage },
  agencyName: { write: (name) => guarded(name ?? ""), read: (text) => optional(text, readLine) },
  contractNumber: {
    write: (number) => guarded(number ?? ""),
    read: (text) => optional(text, (given) => readLine(given, "contractNumber")),
  },
  customerCode: { write: (code) => guarded(code ?? ""), read: (text) => optional(text, readCode) },
  hours: { write: writeHours, read: readHoursCell },
  awayFrom: { write: (day) => day ?? "", read: (text) => optional(text, readDay) },
  awayUntil: { write: (day) => day ?? "", read: (text) => optional(text, readDay) },
  rank: { write: String, read: readRank },
  isActive: { write: (isActive, language) => answers[language][isActive ? 0 : 1], read: readActive },
};

/** Of somebody new, where the file has no such column; an empty cell says the same. */
export const plainInterpreter: Omit<InterpreterInput, "name" | "languages" | "address"> = {
  ...{ email: null, mailLanguage: "nl", agencyName: null, contractNumber: null, customerCode: null },
  ...{ hours: [], awayFrom: null, awayUntil: null, rank: 100, isActive: true },
};

const required = <Value>(text: string, read: (text: string) => Read<Value>): Read<Value> =>
  text === "" ? { code: "missing", text } : read(text);
const optional = <Value>(text: string, read: (text: string) => Read<Value>): Read<Value | null> =>
  text === "" ? { value: null } : read(text);

/** As the contract has it. */
function judged<Column extends InterpreterColumn>(
  column: Column,
  value: unknown,
  fault: CellFault,
): Read<InterpreterInput[Column]> {
  const parsed = interpreterInput.shape[column].safeParse(value);
  return parsed.success ? { value: parsed.data as InterpreterInput[Column] } : fault;
}

const readLine = (text: string, column: "name" | "contractNumber" = "name") =>
  judged(column, unguarded(text), { code: "too_long", text }) as Read<string>;

function readLanguages(text: string): Read<string[]> {
  const words = text
    .split(/[,;/\n]/)
    .map((word) => word.trim())
    .filter(Boolean);
  const codes = words.map(languageCalled);
  const unknown = codes.indexOf(null);
  if (unknown >= 0) return { code: "language_unknown", text: words[unknown]! };
  return judged("languages", [...new Set(codes)], { code: "too_many_languages", text });
}

/** A bare "+32…" would be read as a number, and lose its plus: a telephone number is written as its own address too (RFC 3966). */
function writeAddress(address: string): string {
  return address.startsWith("+") ? `tel:${address}` : address;
}

const readAddress = (text: string) => judged("address", unguarded(text), { code: "address_wrong", text });
const readEmail = (text: string) => judged("email", unguarded(text), { code: "email_wrong", text }) as Read<string>;
/** Its code, or its name in any of our languages. */
function readMailLanguage(text: string): Read<Language> {
  if (text === "") return { value: plainInterpreter.mailLanguage };
  return judged("mailLanguage", languageCalled(text), { code: "mail_language_wrong", text }) as Read<Language>;
}
const readCode = (text: string) =>
  judged("customerCode", unguarded(text), { code: "code_wrong", text }) as Read<string>;

function readHoursCell(text: string): Read<InterpreterInput["hours"]> {
  const read = readHours(text);
  if ("wrong" in read) return { code: "hours_wrong", text: read.wrong };
  return judged("hours", read.hours, { code: "hours_wrong", text });
}

/** 2026-12-24, and what Excel makes of that in Belgium: 24/12/2026. */
function readDay(text: string): Read<string> {
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  const date = day ? `${year}-${month!.padStart(2, "0")}-${day.padStart(2, "0")}` : text;
  return judged("awayFrom", date, { code: "date_wrong", text }) as Read<string>;
}

function readRank(text: string): Read<number> {
  if (text === "") return { value: plainInterpreter.rank };
  return judged("rank", /^\d+$/.test(text) ? Number(text) : null, { code: "rank_wrong", text });
}

const answers: Record<Language, readonly [yes: string, no: string]> = {
  nl: ["ja", "nee"],
  fr: ["oui", "non"],
  de: ["ja", "nein"],
  en: ["yes", "no"],
};

function readActive(text: string): Read<boolean> {
  const answer = text.toLowerCase();
  if (answer === "" || answer === "1" || Object.values(answers).some(([yes]) => yes === answer)) return { value: true };
  if (answer === "0" || Object.values(answers).some(([, no]) => no === answer)) return { value: false };
  return { code: "active_wrong", text };
}
