import { expect } from "chai";
import { callRows, type InvoicedCall, monthBounds } from "./call-file.rules.js";

const call = (changes: Partial<InvoicedCall> = {}): InvoicedCall => ({
  startedAt: new Date("2026-11-27T09:00:05Z"),
  language: "tr",
  name: "Ayşe Demir",
  agencyName: "Tolkpunt",
  contractNumber: "0042",
  seconds: 605,
  medium: "phone",
  counterName: { nl: "Burgerzaken", fr: "Population", de: "Bürgeramt", en: "Civil affairs" },
  ...changes,
});

describe("the file of an invoice", () => {
  it("has a title and a call a line, in the reader's language, on the municipality's clock", () => {
    expect(callRows([call()], "nl", "Europe/Brussels")).to.deep.equal([
      ["Begin", "Taal", "Tolk", "Bureau", "Contractnummer", "Seconden", "Loket", "Hoe"],
      ["2026-11-27 10:00:05", "Turks", "Ayşe Demir", "Tolkpunt", "'0042", "605", "Burgerzaken", "telefoon"],
    ]);
    expect(callRows([call({ agencyName: null, contractNumber: null })], "fr", "UTC")[1]).to.deep.equal([
      ...["2026-11-27 09:00:05", "turc", "Ayşe Demir", "", "", "605", "Population", "téléphone"],
    ]);
  });

  it("runs nothing in a spreadsheet, whatever somebody is called", () => {
    const row = callRows([call({ name: "=1+1", agencyName: "@x", contractNumber: "-2" })], "en", "UTC")[1]!;
    expect(callRows([call({ medium: "video" })], "de", "UTC")[1]!.at(-1)).to.equal("Video");
    expect(row.slice(2, 5)).to.deep.equal(["'=1+1", "'@x", "'-2"]);
  });

  it("is of a month that begins at midnight on that clock, summer and winter", () => {
    const bounds = (month: string) => {
      const { from, until } = monthBounds(month, "Europe/Brussels");
      return [from.toISOString(), until.toISOString()];
    };
    expect(bounds("2026-10")).to.deep.equal(["2026-09-30T22:00:00.000Z", "2026-10-31T23:00:00.000Z"]);
    expect(bounds("2026-12")).to.deep.equal(["2026-11-30T23:00:00.000Z", "2026-12-31T23:00:00.000Z"]);
  });
});
