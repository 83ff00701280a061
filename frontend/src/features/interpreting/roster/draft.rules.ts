import type { InterpreterHours, InterpreterInput } from "@balie/contract/interpreters";
import { languageCalled } from "@balie/contract/locales/interpreted-languages";
import type { Language } from "@balie/contract/locales/languages";

/** An interpreter as the form has them. */
export interface Draft {
  readonly name: string;
  readonly languages: readonly string[];
  /** A language that is being typed; it counts when it is known. */
  readonly language: string;
  readonly address: string;
  readonly email: string;
  readonly mailLanguage: Language;
  readonly agencyName: string;
  readonly contractNumber: string;
  readonly customerCode: string;
  readonly isAlways: boolean;
  readonly stretches: readonly Stretch[];
  readonly awayFrom: string;
  readonly awayUntil: string;
  readonly rank: string;
  readonly isActive: boolean;
}
/** Times as a time field has them: the end of the day is 00:00 too. */
export interface Stretch {
  readonly days: readonly number[];
  readonly from: string;
  readonly until: string;
}

export type DraftFault =
  | "nameMissing"
  | "nameWrong"
  | "languagesMissing"
  | "languagesTooMany"
  | "languageUnknown"
  | "addressMissing"
  | "addressWrong"
  | "emailWrong"
  | "agencyNameWrong"
  | "contractNumberWrong"
  | "customerCodeWrong"
  | "daysMissing"
  | "timesWrong"
  | "dayWrong"
  | "awayUntilWrong"
  | "rankWrong";
/** `id`: of the field; `number`: of the stretch, from 1. */
export interface FieldFault {
  readonly id: string;
  readonly fault: DraftFault;
  readonly number?: number;
}

export const officeHours: Stretch = { days: [1, 2, 3, 4, 5], from: "09:00", until: "17:00" };

export const newDraft: Draft = {
  ...{
    name: "",
    languages: [],
    language: "",
    address: "",
    email: "",
    mailLanguage: "nl",
    agencyName: "",
    contractNumber: "",
    customerCode: "",
  },
  ...{ isAlways: true, stretches: [officeHours], awayFrom: "", awayUntil: "", rank: "100", isActive: true },
};

export const draftOf = (input: InterpreterInput): Draft => ({
  name: input.name,
  languages: input.languages,
  language: "",
  address: input.address,
  email: input.email ?? "",
  mailLanguage: input.mailLanguage,
  agencyName: input.agencyName ?? "",
  contractNumber: input.contractNumber ?? "",
  customerCode: input.customerCode ?? "",
  isAlways: input.hours.length === 0,
  stretches: input.hours.length === 0 ? [officeHours] : input.hours.map(stretchOf),
  awayFrom: input.awayFrom ?? "",
  awayUntil: input.awayUntil ?? "",
  rank: String(input.rank),
  isActive: input.isActive,
});

const stretchOf = ({ days, from, until }: InterpreterHours): Stretch => ({
  days,
  from,
  until: until === "24:00" ? "00:00" : until,
});

/** Only of a draft without faults. */
export const inputOf = (draft: Draft): InterpreterInput => ({
  name: draft.name.trim(),
  languages: [...languagesOf(draft)],
  address: dialled(draft.address),
  email: draft.email.trim() || null,
  mailLanguage: draft.mailLanguage,
  agencyName: draft.agencyName.trim() || null,
  contractNumber: draft.contractNumber.trim() || null,
  customerCode: draft.customerCode.trim() || null,
  hours: draft.isAlways ? [] : draft.stretches.map(hoursOf),
  awayFrom: draft.awayFrom || null,
  awayUntil: draft.awayUntil || null,
  rank: rankOf(draft.rank),
  isActive: draft.isActive,
});

const hoursOf = ({ days, from, until }: Stretch): InterpreterHours => ({
  days: [...days].sort(),
  from,
  until: endOf(until),
});

const endOf = (until: string): string => (until === "00:00" ? "24:00" : until);

const languagesOf = ({ languages, language }: Draft): ReadonlySet<string> => {
  const typed = languageCalled(language);
  return new Set(typed ? [...languages, typed] : languages);
};

/** The same rules as interpreterInput in the contract, whose schema is too heavy for the page; the server has the last word. In the order of the fields. */
export const faultsOf = (draft: Draft): readonly FieldFault[] => [
  ...faultAt("name", nameFault(draft.name)),
  ...faultAt("language", languageFault(draft)),
  ...faultAt("address", addressFault(draft.address)),
  ...faultAt("interpreter-email", isEmail(draft.email.trim()) ? null : "emailWrong"),
  ...faultAt("agency-name", isLine(draft.agencyName, 120) ? null : "agencyNameWrong"),
  ...faultAt("contract-number", isLine(draft.contractNumber, 60) ? null : "contractNumberWrong"),
  ...faultAt("customer-code", /^([0-9*#]{1,20})?$/.test(draft.customerCode.trim()) ? null : "customerCodeWrong"),
  ...(draft.isAlways ? [] : draft.stretches.flatMap(stretchFaults)),
  ...faultAt("away-from", isDay(draft.awayFrom) ? null : "dayWrong"),
  ...faultAt("away-until", awayUntilFault(draft)),
  ...faultAt("rank", isRank(rankOf(draft.rank)) ? null : "rankWrong"),
];

const faultAt = (id: string, fault: DraftFault | null): FieldFault[] => (fault ? [{ id, fault }] : []);

function nameFault(name: string): DraftFault | null {
  if (!name.trim()) return "nameMissing";
  return isLine(name, 120) ? null : "nameWrong";
}

function languageFault(draft: Draft): DraftFault | null {
  if (draft.language.trim() && !languageCalled(draft.language)) return "languageUnknown";
  const { size } = languagesOf(draft);
  if (size === 0) return "languagesMissing";
  return size > 20 ? "languagesTooMany" : null;
}

function addressFault(address: string): DraftFault | null {
  if (!address.trim()) return "addressMissing";
  return /^(\+[1-9]\d{6,14}|sip:[A-Za-z0-9._+-]{1,60}@[A-Za-z0-9.-]{3,60})$/.test(dialled(address))
    ? null
    : "addressWrong";
}

/** None is right too. */
const isEmail = (email: string): boolean =>
  email === "" ||
  (email.length <= 254 &&
    /^[A-Za-z0-9_'+\-.]*[A-Za-z0-9_+-]@([A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/.test(email) &&
    !/^\.|\.\./.test(email));

function stretchFaults({ days, from, until }: Stretch, index: number): FieldFault[] {
  const number = index + 1;
  if (days.length === 0) return [{ id: `day-${number}-1`, fault: "daysMissing", number }];
  return from && until && endOf(until) > from ? [] : [{ id: `from-${number}`, fault: "timesWrong", number }];
}

function awayUntilFault({ awayFrom, awayUntil }: Draft): DraftFault | null {
  if (!isDay(awayUntil)) return "dayWrong";
  return awayUntil && awayUntil < awayFrom ? "awayUntilWrong" : null;
}

/** None is right too. A day field has no days that don't exist. */
const isDay = (day: string): boolean => /^(2\d{3}-\d\d-\d\d)?$/.test(day);

const isLine = (text: string, most: number): boolean =>
  text.trim().length <= most && !/[\p{Cc}\u2028\u2029]/u.test(text.trim());

/** Digits only, as a spreadsheet writes them ("007" is 7): NaN of all else, "1e2" and "0x10" too. */
const rankOf = (text: string): number => (/^\d+$/.test(text.trim()) ? Number(text) : Number.NaN);

const isRank = (rank: number): boolean => rank >= 1 && rank <= 999;

/** As the contract makes it. */
function dialled(address: string): string {
  const text = address.trim();
  if (text.startsWith("sip:")) return text;
  return text
    .replace(/^tel:/, "")
    .replace("(0)", "")
    .replace(/[\s()./-]/g, "")
    .replace(/^00/, "+");
}
