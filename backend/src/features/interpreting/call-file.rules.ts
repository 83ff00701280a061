import type { InterpreterMedium } from "@balie/contract/interpreters";
import { languageName } from "@balie/contract/locales/interpreted-languages";
import type { Language } from "@balie/contract/locales/languages";
import { de } from "@balie/contract/locales/roster/de";
import { en } from "@balie/contract/locales/roster/en";
import { fr } from "@balie/contract/locales/roster/fr";
import { nl } from "@balie/contract/locales/roster/nl";
import { DateTime } from "luxon";
import { guarded } from "../interpreters/cell-guard.rules.js";

/** A call as the invoice has it: interpreter, agency and contract as they were when it was made. */
export type InvoicedCall = {
  startedAt: Date;
  language: string;
  name: string;
  agencyName: string | null;
  contractNumber: string | null;
  seconds: number;
  medium: InterpreterMedium;
  counterName: Record<Language, string>;
};

const texts = { nl, fr, de, en };

/** The calls as lines of cells, the titles first. A time is on the clock of `timeZone` (IANA), as a spreadsheet reads it. */
export const callRows = (calls: readonly InvoicedCall[], language: Language, timeZone: string): string[][] => {
  const t = texts[language];
  return [
    [
      ...[t.call_start, t.call_language, t.call_interpreter, t.column_agencyName, t.column_contractNumber],
      ...[t.call_seconds, t.call_counter, t.call_medium],
    ],
    ...calls.map((call) => [
      DateTime.fromJSDate(call.startedAt, { zone: timeZone }).toFormat("yyyy-MM-dd HH:mm:ss"),
      languageName(call.language, language),
      guarded(call.name),
      guarded(call.agencyName ?? ""),
      guarded(call.contractNumber ?? ""),
      String(call.seconds),
      guarded(call.counterName[language]),
      call.medium === "phone" ? t.call_phone : t.call_video,
    ]),
  ];
};

/** When a month ("2026-11") begins and is over on the clock of `timeZone`. */
export const monthBounds = (month: string, timeZone: string): { from: Date; until: Date } => {
  const from = DateTime.fromISO(month, { zone: timeZone });
  return { from: from.toJSDate(), until: from.plus({ months: 1 }).toJSDate() };
};
