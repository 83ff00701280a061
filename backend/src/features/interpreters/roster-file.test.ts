import { readFileSync } from "node:fs";
import type { InterpreterInput } from "@balie/contract/interpreters";
import { expect } from "chai";
import type { CookieJar, TestApp } from "../../../test/app.js";
import { code } from "../../../test/calls.js";
import { lockWaiters } from "../../../test/lock-waiters.js";
import { startRoster } from "../../../test/roster.js";
import { until } from "../../../test/until.js";

const now = new Date("2026-11-23T09:00:00Z");
const root = new URL("../../../../", import.meta.url);

describe("the roster of interpreters as a file", () => {
  const { begun, add, roster, names } = startRoster(now);
  let app: TestApp;
  let jar: CookieJar;

  before(() => {
    ({ app, jar } = begun());
  });

  let places = 0;
  /** Another address each time: imports are limited. */
  const somewhere = () => {
    places += 1;
    return `127.0.7.${places}`;
  };
  const bring = (file: string | Buffer) =>
    app.call("POST", "/api/interpreters/import", { jar, body: Buffer.from(file as string), from: somewhere() });
  const rows = () => app.database.dataSource.query("select *, xmin::text from interpreter order by name, address");

  const full: Partial<InterpreterInput> = {
    ...{ name: '=HYPERLINK("http://evil.example");x', languages: ["vgt", "tr"], address: "+32470123456" },
    ...{
      email: "ayse@example.org",
      mailLanguage: "fr",
      agencyName: '\'t "Huis",\u00a0Gent',
      contractNumber: "1-2",
      customerCode: "0042#",
    },
    ...{ hours: [{ days: [1, 2, 3, 5], from: "09:00", until: "24:00" }], awayFrom: "2026-12-24", awayUntil: null },
    ...{ rank: 7, isActive: false },
  };
  const save = async (language = "nl") => app.call("GET", `/api/interpreters.csv?language=${language}`, { jar });

  it("opens in Excel: UTF-8 with its mark, semicolons, nothing that is run or becomes a number", async () => {
    await add(full);
    const { bytes, headers } = await save();
    expect(headers["content-type"]).to.equal("text/csv; charset=utf-8");
    expect(headers["content-disposition"]).to.equal('attachment; filename="interpreters-2026-11-23.csv"');
    expect(bytes.subarray(0, 3)).to.deep.equal(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(bytes.subarray(3).toString().split("\r\n")).to.deep.equal([
      '"Naam";"Talen";"Nummer";"E-mailadres";"Taal van de mails";"Bureau";"Contractnummer";"Klantcode";"Uren";"Afwezig van";"Afwezig tot en met";"Volgorde";"Actief"',
      '"\'=HYPERLINK(""http://evil.example"");x";"vgt, tr";"tel:+32470123456";"ayse@example.org";"fr";"\'t ""Huis"",\u00a0Gent";"\'1-2";"\'0042#";"ma-wo vr 09:00-24:00";"2026-12-24";;"7";"nee"',
      "",
    ]);
  });
  for (const language of ["nl", "fr", "de", "en"])
    it(`comes back and changes nothing, in ${language}`, async () => {
      await add(full);
      await add();
      const before = await rows();
      expect((await bring((await save(language)).bytes)).json).to.deep.equal({
        is: "done",
        added: 0,
        changed: 0,
        same: 2,
      });
      expect(await rows()).to.deep.equal(before);
      await app.database.dataSource.query("delete from interpreter");
      expect((await bring((await save(language)).bytes)).json).to.include({ is: "done", added: 0 });
    });
  it("puts people on an empty roster as they were", async () => {
    await add(full);
    await add();
    const before = (await roster()).map(({ id: _, ...rest }: any) => rest);
    const { bytes } = await save();
    await app.database.dataSource.query("delete from interpreter");
    expect((await bring(bytes)).json).to.deep.equal({ is: "done", added: 2, changed: 0, same: 0 });
    expect((await roster()).map(({ id: _, ...rest }: any) => rest)).to.deep.equal(before);
  });

  const plain =
    "Naam;Talen;Nummer\nAyşe Demir;Turks;+32470123456\nJan Maes;Vlaamse Gebarentaal;sip:jan@bureau.example\n";
  const forms: Record<string, string | Buffer> = {
    "without a mark": plain,
    "with a mark": `\ufeff${plain}`,
    "with commas": plain.replaceAll(";", ","),
    "with tabs": plain.replaceAll(";", "\t"),
    "with line ends of Windows": plain.replaceAll("\n", "\r\n"),
    "with line ends of an old Mac": plain.replaceAll("\n", "\r"),
    "without a last line end": plain.trim(),
    "with empty rows, as Excel leaves them": plain.replaceAll("\n", "\n;;\n\n"),
    "with everything in quotation marks": plain.replace(/[^;\n]+/g, '"$&"'),
  };
  for (const [how, file] of Object.entries(forms))
    it(`comes in ${how}; the same again changes nothing`, async () => {
      expect((await bring(file)).json).to.deep.equal({ is: "done", added: 2, changed: 0, same: 0 });
      expect(await names()).to.deep.equal(["Ayşe Demir", "Jan Maes"]);
      const before = await rows();
      expect((await bring(file)).json).to.deep.equal({ is: "done", added: 0, changed: 0, same: 2 });
      expect(await rows()).to.deep.equal(before);
    });
  for (const language of ["nl", "en"])
    it(`comes in as the handbook's example has it, in ${language}`, async () => {
      const handbook = readFileSync(new URL(`docs/handbook/operator.${language}.md`, root), "utf8");
      const [, example] = /```\n(Na[^`]+)```/.exec(handbook)!;
      expect((await bring(example!)).json).to.deep.equal({ is: "done", added: 3, changed: 0, same: 0 });
      expect(await roster()).to.have.nested.property("[1].customerCode", "0042#");
    });
  it("takes the language of mails by code or name, empty as Dutch, and leaves it alone where an older file has no such column", async () => {
    const file = (column: string, value: string) => `Naam;Talen;Nummer${column}\nAyşe Demir;tr;+32470123456${value}\n`;
    const languageAfter = async (...content: [string, string]) => {
      expect((await bring(file(...content))).json.is).to.equal("done");
      return (await roster())[0].mailLanguage;
    };
    expect(await languageAfter("", "")).to.equal("nl");
    expect(await languageAfter(";Taal van de mails", ";Frans")).to.equal("fr");
    expect(await languageAfter("", "")).to.equal("fr");
    expect(await languageAfter(";Mail language", ";de")).to.equal("de");
    expect(await languageAfter(";Sprache der Mails", ";")).to.equal("nl");
    expect((await bring(file(";Taal van de mails", ";Turks"))).json.faults).to.deep.equal([
      { line: 2, column: "Taal van de mails", code: "mail_language_wrong", text: "Turks" },
    ]);
  });
  it("changes whom it names, and leaves everybody else and everything else as it was", async () => {
    const { json } = await add({ agencyName: "Bureau", rank: 5 });
    await app.database.dataSource.query("update interpreter set last_called_at = $1", [now]);
    const other = (await add({ name: "Zeynep Demir" })).json;
    expect((await bring("Naam;Talen;Nummer\nAyşe Demir;tr, ku;+32470123456\n")).json).to.deep.equal({
      ...{ is: "done", added: 0, changed: 1, same: 0 },
    });
    expect(await roster()).to.deep.equal([
      { ...json, languages: ["tr", "ku"], lastCalledAt: now.toISOString() },
      other,
    ]);
  });
  it("is taken whole or not at all: each fault by its line and column", async () => {
    await add();
    const before = await rows();
    const file =
      'Naam;Talen;Nummer;Uren\n"Twee\nregels";tr;+32470123457;\nJan;Turkz;0470;altijd\nAyşe Demir;ku;+32470123456;\n';
    expect((await bring(file)).json).to.deep.equal({
      is: "refused",
      more: 0,
      faults: [
        { line: 2, column: "Naam", code: "too_long", text: "Twee\nregels" },
        { line: 4, column: "Talen", code: "language_unknown", text: "Turkz" },
        { line: 4, column: "Nummer", code: "address_wrong", text: "0470" },
        { line: 4, column: "Uren", code: "hours_wrong", text: "altijd" },
      ],
    });
    expect(await rows()).to.deep.equal(before);
  });

  const titles = "Naam;Talen;Nummer\n";
  const unreadable: Record<string, [string | Buffer, string]> = {
    nothing: ["", "null empty"],
    "only line ends": ["\n\n\n", "null empty"],
    "another encoding": [Buffer.from(`${titles}A;tr;+32470123456\nJosé;es;+32470123457\n`, "latin1"), "3 not_utf8"],
    "UTF-16, as Excel's Unicode text": [Buffer.from(`\ufeff${titles}`, "utf16le"), "1 not_utf8"],
    "a spreadsheet itself": [Buffer.from("504b0304140006000800000021ff", "hex"), "1 not_utf8"],
    "a quotation mark left open": [`${titles}A;tr;+32470123456\n"B;tr;+32470123457\nC;tr;+32470123458\n`, "3 broken"],
    "a quotation mark within": [`${titles}A "B" C;tr;+32470123456\n`, "2 broken"],
    "a line without end": [`${titles}A;tr;+32470123456${";".repeat(10_001)}\n`, "2 too_long"],
    "control signs": [`${titles}A\u0000B;tr;+32470123456\n`, "2 too_long"],
  };
  for (const [what, [file, expected]] of Object.entries(unreadable))
    it(`is refused in words: ${what}`, async () => {
      const { status, json } = await bring(file);
      expect(status).to.equal(200);
      expect(`${json.faults?.[0]?.line} ${json.faults?.[0]?.code}`).to.equal(expected);
      expect(await roster()).to.deep.equal([]);
    });
  it("tells 200 faults, and how many more there are", async () => {
    const { json } = await bring(titles + "A;xx;1\n".repeat(150));
    expect([json.faults.length, json.more]).to.deep.equal([200, 100]);
  });
  it("has 2 MB at most, and 2000 people", async () => {
    const large = await bring(Buffer.alloc(2 * 1024 * 1024 + 1, "x"));
    expect(code(large)).to.equal("413 document_too_large");
    const lines = Array.from({ length: 2_000 }, (_, index) => `Tolk;tr;+3247${1_000_000 + index}\n`).join("");
    expect((await bring(titles + lines)).json).to.deep.equal({ is: "done", added: 2000, changed: 0, same: 0 });
    expect((await bring(`${titles}${lines}Tolk;tr;+3247012\n`)).json.faults[0].code).to.equal("too_many");
  });
  it("comes from two at once, once", async () => {
    // Somebody who reads the roster for long lets both come as far as they can.
    const reader = app.database.dataSource.createQueryRunner();
    await reader.startTransaction();
    await reader.query("lock table interpreter in share mode");
    const both = Promise.all([bring(plain), bring(plain)]);
    await until("both wait", async () => (await app.database.dataSource.query(lockWaiters)).length === 2);
    await reader.commitTransaction();
    await reader.release();
    expect((await both).map(({ json }) => json.added).sort()).to.deep.equal([0, 2]);
    expect(await names()).to.deep.equal(["Ayşe Demir", "Jan Maes"]);
  });
});
