import type { Mutation } from "./mutation.js";

const roster = "backend/src/features/interpreters/interpreters.test.ts";
const rosterFile = "backend/src/features/interpreters/roster-file.test.ts";
const fileRules = "backend/src/features/interpreters/interpreter-file.rules.test.ts";
const rosterRules = "backend/src/features/interpreters/interpreter.rules.ts";
const rosterImport = "backend/src/features/interpreters/import-interpreters.ts";

export const ofInterpreters: Mutation[] = [
  {
    guard: "telephone numbers of interpreters are for administrators alone",
    file: "backend/src/features/interpreters/interpreter.policy.ts",
    find: `role === "admin"`,
    replace: "role !== undefined",
    test: roster,
    grep: "is the administrators' alone",
  },
  {
    guard: "not a byte of a file is read for who is no administrator",
    file: "backend/src/features/interpreters/interpreters.routes.ts",
    find: "check: async ({ actor }) => refuseOthers(actor),",
    replace: "check: async () => undefined,",
    test: roster,
    grep: "reads no byte",
  },
  {
    guard: "a file with a fault changes nothing",
    file: rosterImport,
    find: "if (faults.length > 0)",
    replace: "if (faults.length > 0 && interpreters.length === 0)",
    test: rosterFile,
    grep: "whole or not at all",
  },
  {
    guard: "the same file from two at once adds nobody twice",
    file: rosterImport,
    find: `await db.query("lock table interpreter in exclusive mode");`,
    replace: "",
    test: rosterFile,
    grep: "comes from two at once",
  },
  {
    guard: "a file that is read again writes nothing",
    file: rosterImport,
    find: "lines.filter(({ isSame }) => !isSame)",
    replace: "lines",
    test: rosterFile,
    grep: "the same again changes nothing",
  },
  {
    guard: "a saved roster runs nothing in a spreadsheet",
    file: "backend/src/features/interpreters/cell-guard.rules.ts",
    find: "isTaken.test(text) ?",
    replace: "(false as boolean) ?",
    test: rosterFile,
    grep: "opens in Excel",
  },
  {
    guard: "a saved number keeps its plus in a spreadsheet",
    file: "backend/src/features/interpreters/interpreter-cells.rules.ts",
    find: `address.startsWith("+") ? \`tel:\${address}\` : address`,
    replace: "address",
    test: rosterFile,
    grep: "opens in Excel",
  },
  {
    guard: "one line of a file keeps nobody waiting",
    file: "backend/src/features/interpreters/read-csv.ts",
    find: "const longestLine = 10_000;",
    replace: "const longestLine = 10_000_000;",
    test: rosterFile,
    grep: "a line without end",
  },
  {
    guard: "nobody stands in a file twice",
    file: "backend/src/features/interpreters/interpreter-file.rules.ts",
    find: "...doublesIn(interpreters)",
    replace: "",
    test: fileRules,
    grep: "somebody twice",
  },
  {
    guard: "whoever was called stays for their calls, inactive",
    file: "backend/src/features/interpreters/remove-interpreter.ts",
    find: "await db.update(Interpreter, { id: interpreterId }, { isActive: false });",
    replace: "",
    test: roster,
    grep: "loses whoever was never called",
  },
  {
    guard: "nobody is rung on a day away",
    file: rosterRules,
    find: "if (isAway(awayFrom, awayUntil, local.toISODate()!)) return false;",
    replace: "",
    test: "backend/src/features/interpreters/interpreter.rules.test.ts",
    grep: "an interpreter's days away",
  },
  {
    guard: "hours are on the municipality's clock",
    file: rosterRules,
    find: "DateTime.fromJSDate(now, { zone: timeZone })",
    replace: `DateTime.fromJSDate(now, { zone: "utc" })`,
    test: "backend/src/features/interpreters/interpreter.rules.test.ts",
    grep: "both sides of a clock change",
  },
];
