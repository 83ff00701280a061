import type { InterpreterFileFault } from "@balie/contract/interpreters";
import { CsvError, parse } from "csv-parse/sync";
import type { FileRow } from "./interpreter-file.rules.js";

/** No line of ours comes near; without end, one would keep everybody else waiting while it is read. */
const longestLine = 10_000;

/** The rows of a CSV file (RFC 4180) as Excel writes it: UTF-8 with or without its mark, the separator that its first line has most of; empty rows are left out. At most `most` of them are
    read. Or why it can't be read, by line. */
export function readCsv(bytes: Buffer, most: number): FileRow[] | InterpreterFileFault {
  const text = decoded(bytes)?.replace(/\r\n?/g, "\n");
  if (text === undefined) return faultAt(firstNotUtf8(bytes), "not_utf8");
  const tooLong = text.split("\n").findIndex(({ length }) => length > longestLine);
  if (tooLong >= 0) return faultAt(tooLong + 1, "too_long");
  let read = 0;
  try {
    const records = parse(text, {
      delimiter: separatorOf(text),
      to: most,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
      on_record: (record, { lines }) => {
        read = lines;
        return record;
      },
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return records.map(({ record, info }) => ({ line: info.lines - breaksIn(record), cells: record }));
  } catch (fault) {
    // A quotation mark; where one was left open, everything after it is in its cell, and the parser tells of the last line.
    if (!(fault instanceof CsvError)) throw fault;
    return faultAt(fault.code === "CSV_QUOTE_NOT_CLOSED" ? read + 1 : Number(fault["lines"]), "broken");
  }
}

const faultAt = (line: number, code: "not_utf8" | "too_long" | "broken"): InterpreterFileFault => ({
  ...{ line, column: null, code, text: "" },
});

function decoded(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** No line break is a part of another sign in UTF-8. */
function firstNotUtf8(bytes: Buffer): number {
  let line = 1;
  for (let from = 0; from < bytes.length; line += 1) {
    const until = bytes.indexOf("\n", from);
    if (decoded(bytes.subarray(from, until < 0 ? bytes.length : until)) === undefined) break;
    from = until < 0 ? bytes.length : until + 1;
  }
  return line;
}

function separatorOf(text: string): string {
  const first = text.slice(0, text.search(/\n|$/));
  const countOf = (sign: string) => first.split(sign).length;
  return [";", ",", "\t"].reduce((best, sign) => (countOf(sign) > countOf(best) ? sign : best));
}

const breaksIn = (record: readonly string[]): number => record.join("").split("\n").length - 1;
