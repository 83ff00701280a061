import { expect } from "chai";
import { interpretedLanguages, languageCalled, languageName } from "./interpreted-languages.js";
import { languages } from "./languages.js";

describe("the languages of interpreters", () => {
  it("have a name in each of ours, and no two the same one", () => {
    for (const language of languages) {
      expect(interpretedLanguages.filter((code) => languageName(code, language) === code)).to.deep.equal([]);
      const names = interpretedLanguages.map((code) => languageName(code, language));
      expect(new Set(names.map((name) => name.toLowerCase()))).to.have.lengthOf(names.length);
    }
  });
  it("are found by each of their names, and by their codes", () => {
    for (const code of interpretedLanguages) {
      expect(languageCalled(code)).to.equal(code);
      for (const language of languages) expect(languageCalled(languageName(code, language))).to.equal(code);
    }
  });
  const cases: [string, string | null][] = [
    ["TURKS", "tr"],
    ["  vlaamse   gebarentaal ", "vgt"],
    ["Farsi", "fa"],
    ["Arabisch", "ar"],
    ["Koerdisch", "ku"],
    ["prs", "prs"],
    ["oc", "oc"],
    ["TUR", "tr"],
    ["kmr", "kmr"],
    ["Ewe", "ee"],
    ["Turkz", null],
    ["xx", null],
    ["constructor", null],
    ["", null],
  ];
  for (const [text, code] of cases) it(`“${text}” is ${code}`, () => expect(languageCalled(text)).to.equal(code));
  it("that nobody names are told by their code, and so is what is no code", () => {
    for (const code of ["qqx", "!", "constructor", ""]) expect(languageName(code, "nl")).to.equal(code);
  });
});
