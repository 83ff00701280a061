import { type InterpreterInput, interpreterInput } from "@balie/contract/interpreters";
import { interpretedLanguages } from "@balie/contract/locales/interpreted-languages";
import { languages } from "@balie/contract/locales/languages";
import { expect } from "chai";
import fc from "fast-check";
import { interpreterOf } from "../../../test/factories.js";
import { guarded, unguarded } from "./cell-guard.rules.js";
import { readHours, writeHours } from "./hours-cell.rules.js";
import { readRows, rowsOf, withLine } from "./interpreter-file.rules.js";

/** Rows as a file has them, the titles on line 1. */
const linesOf = (rows: string[][]) => rows.map((cells, index) => ({ line: index + 1, cells }));
const read = (...rows: string[][]) => readRows(linesOf(rows));
const titles = ["Naam", "Talen", "Nummer"];

const clockTime = fc
  .integer({ min: 0, max: 1439 })
  .map((minute) => `${`${Math.floor(minute / 60)}`.padStart(2, "0")}:${`${minute % 60}`.padStart(2, "0")}`);
const hours = fc
  .record({
    days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }).map((days) => days.sort()),
    from: clockTime,
    until: fc.oneof(clockTime, fc.constant("24:00")),
  })
  .filter(({ from, until }) => until > from);
const line = (max: number) =>
  fc
    .oneof(fc.string({ minLength: 1, maxLength: max }), fc.stringMatching(/^['=+\-@0-9]{1,9}$/))
    .filter((text) => interpreterInput.shape.name.safeParse(text).data === text && text.length <= max);
const day = fc
  .date({ min: new Date("2000-01-01"), max: new Date("2999-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const interpreter: fc.Arbitrary<InterpreterInput> = fc
  .record({
    name: line(120),
    languages: fc.uniqueArray(fc.constantFrom(...interpretedLanguages), { minLength: 1, maxLength: 20 }),
    address: fc.oneof(fc.stringMatching(/^\+[1-9]\d{6,14}$/), fc.constant("sip:tolk@bureau.example")),
    email: fc.option(fc.constantFrom("ayse@example.org", "0042@example.org", "-jan-@example.org")),
    mailLanguage: fc.constantFrom("nl", "fr", "de", "en"),
    agencyName: fc.option(line(120)),
    contractNumber: fc.option(line(60)),
    customerCode: fc.option(fc.stringMatching(/^[0-9*#]{1,20}$/)),
    hours: fc.array(hours, { maxLength: 21 }),
    awayFrom: fc.option(day),
    awayUntil: fc.option(day),
    rank: fc.integer({ min: 1, max: 999 }),
    isActive: fc.boolean(),
  })
  .filter(({ awayFrom, awayUntil }) => !awayFrom || !awayUntil || awayFrom <= awayUntil);

describe("a cell that a spreadsheet could misread", () => {
  it("comes back as it was, whatever it was", () => {
    fc.assert(fc.property(fc.oneof(fc.string(), line(40)), (text) => unguarded(guarded(text)) === text));
  });
  for (const text of ["=1+1", "+32", "-1", "@SUM(A1)", "\t=1", "0042", "1-2", "'=1", "＝1"])
    it(`${JSON.stringify(text)} gets an apostrophe in front`, () => expect(guarded(text)).to.equal(`'${text}`));
  for (const text of ["'t Huis", "Jan-Piet", "*12#", "Ünal", ""])
    it(`${JSON.stringify(text)} stays as it is`, () => {
      expect(guarded(text)).to.equal(text);
      expect(unguarded(text)).to.equal(text);
    });
});

describe("hours in a cell", () => {
  const readIn = (text: string) => {
    const answer = readHours(text);
    return "hours" in answer ? writeHours(answer.hours, "nl") : `wrong: ${answer.wrong}`;
  };
  const cases: [string, string][] = [
    ["ma-vr 09:00-17:00", "ma-vr 09:00-17:00"],
    ["Ma–Vr 9u-12u30, ma wo 13.00 – 17.00", "ma-vr 09:00-12:30, ma wo 13:00-17:00"],
    ["lun-ven 9h à 17h", "ma-vr 09:00-17:00"],
    ["mo+di 8:00 bis 12:00; sa 9-24", "ma di 08:00-12:00, za 09:00-24:00"],
    ["sun 00:00-24:00", "zo 00:00-24:00"],
    ["", ""],
    ["vr-ma 09:00-17:00", "wrong: vr-ma 09:00-17:00"],
    ["ma-vr 22:00-06:00", "wrong: ma-vr 22:00-06:00"],
    ["ma 9:00-12:00, altijd", "wrong: altijd"],
    ["09:00-17:00", "wrong: 09:00-17:00"],
    ["ma 25:00-26:00", "wrong: ma 25:00-26:00"],
    ["ma 9:60-12:00", "wrong: ma 9:60-12:00"],
  ];
  for (const [text, expected] of cases) it(`“${text}” is ${expected}`, () => expect(readIn(text)).to.equal(expected));
});

describe("the file of a roster", () => {
  it("comes back as it went, in every language", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(interpreter, { selector: ({ name, address }) => name + address, maxLength: 4 }),
        fc.constantFrom(...languages),
        (roster, language) => {
          const { interpreters, faults } = read(...rowsOf(roster, language));
          expect(faults).to.deep.equal([]);
          expect(interpreters.map(({ values }) => values)).to.deep.equal(roster);
          for (const [index, one] of interpreters.entries()) expect(withLine(one, roster[index]).isSame).to.equal(true);
        },
      ),
    );
  });
  it("may have its columns in any order and language, and few of them", () => {
    const { interpreters, faults } = read(
      ["Numéro", "NAAM", " languages "],
      ["0032 470 12 34 56", "Ayşe Demir", "Turks / koerdisch"],
    );
    expect(faults).to.deep.equal([]);
    expect(interpreters).to.deep.equal([
      { line: 2, values: { address: "+32470123456", name: "Ayşe Demir", languages: ["tr", "ku"] } },
    ]);
    expect(withLine(interpreters[0]!, undefined)).to.deep.equal({
      input: interpreterOf({ languages: ["tr", "ku"] }),
      isSame: false,
    });
  });
  it("changes only what it has columns for, and empties what it leaves empty", () => {
    const known = interpreterOf({ agencyName: "Bureau", rank: 5, awayFrom: "2026-12-24" });
    const [one] = read([...titles, "Bureau"], ["Ayşe Demir", "tr", "+32470123456", ""]).interpreters;
    const { input, isSame } = withLine(one!, known);
    expect(isSame).to.equal(false);
    expect(input).to.deep.equal({ ...known, agencyName: null });
  });
  it("takes days as Excel writes them in Belgium", () => {
    const row = ["Ayşe Demir", "tr", "+32470123456", "24/12/2026", "5.1.2027"];
    const { interpreters } = read([...titles, "Afwezig van", "Afwezig tot en met"], row);
    expect(interpreters[0]!.values).to.include({ awayFrom: "2026-12-24", awayUntil: "2027-01-05" });
  });

  const faultsIn = (...rows: string[][]) =>
    read(...rows).faults.map(({ line, column, code, text }) => `${line} ${column}: ${code} ${text}`);
  const right = ["Ayşe Demir", "tr", "+32470123456"];
  const cell = (title: string, text: string) => faultsIn([...titles, title], [...right, text]);
  const cases: [string, string[], string[]][] = [
    ["nothing", readRows([]).faults.map(({ line, code }) => `${line} ${code}`), ["null empty"]],
    ["an unknown column", faultsIn([...titles, "Opmerking"]), ["1 Opmerking: column_unknown Opmerking"]],
    ["a column twice", faultsIn([...titles, "Languages"]), ["1 Languages: column_twice Languages"]],
    ["no number", faultsIn(["Naam", "Talen"]), ["1 Nummer: column_missing Nummer, Numéro, Number"]],
    ["no name", faultsIn(titles, ["", "tr", "+32470123456"]), ["2 Naam: missing "]],
    ["a long name", faultsIn(titles, ["x".repeat(121), "tr", "+32470123456"]), [`2 Naam: too_long ${"x".repeat(59)}…`]],
    ["a language", faultsIn(titles, ["A", "Turks, Turkz", "+32470123456"]), ["2 Talen: language_unknown Turkz"]],
    ["a number of here", faultsIn(titles, ["A", "tr", "0470123456"]), ["2 Nummer: address_wrong 0470123456"]],
    ["a number that Excel spoiled", faultsIn(titles, ["A", "tr", "3,247E+10"]), ["2 Nummer: address_wrong 3,247E+10"]],
    ["a code", cell("Klantcode", "12,34"), ["2 Klantcode: code_wrong 12,34"]],
    ["hours", cell("Uren", "altijd"), ["2 Uren: hours_wrong altijd"]],
    ["a day", cell("Afwezig van", "31/02/2026"), ["2 Afwezig van: date_wrong 31/02/2026"]],
    ["an order", cell("Volgorde", "1000"), ["2 Volgorde: rank_wrong 1000"]],
    ["yes or no", cell("Actief", "misschien"), ["2 Actief: active_wrong misschien"]],
    [
      "days the wrong way round",
      faultsIn([...titles, "Afwezig van", "Afwezig tot en met"], [...right, "2026-12-24", "2026-12-23"]),
      ["2 Afwezig tot en met: away_order 2026-12-23"],
    ],
    ["a cell too many", faultsIn(titles, [...right, "", "x"]), ["2 null: too_many_cells x"]],
    ["somebody twice", faultsIn(titles, right, ["B", "tr", "+32470123457"], right), ["4 null: twice 2"]],
    [
      "all at once",
      faultsIn(titles, ["", "xx", "1"], right, ["", "tr", "+32470123456"]),
      ["2 Naam: missing ", "2 Talen: language_unknown xx", "2 Nummer: address_wrong 1", "4 Naam: missing "],
    ],
  ];
  for (const [what, found, expected] of cases)
    it(`tells the line and the column of a fault: ${what}`, () => expect(found).to.deep.equal(expected));
  it("has 2000 people at most", () => {
    const many = Array.from({ length: 2_001 }, (_, index) => ["A", "tr", `+3247012${1_000 + index}`]);
    expect(read(titles, ...many.slice(1)).faults).to.deep.equal([]);
    expect(faultsIn(titles, ...many)).to.deep.equal(["null null: too_many "]);
  });
});
