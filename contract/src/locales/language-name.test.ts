import { expect } from "chai";
import { languageName } from "./interpreted-languages.js";
import { languages } from "./languages.js";

describe("the name of a language", () => {
  it("is the browser's, in the language of the page", () => {
    expect(languages.map((locale) => languageName("tr", locale))).to.deep.equal([
      "Turks",
      "turc",
      "Türkisch",
      "Turkish",
    ]);
    expect(languageName("prs", "nl")).to.equal("Dari");
  });

  it("is our own where browsers know none, or only some do", () => {
    expect(languages.map((locale) => languageName("vgt", locale))).to.deep.equal([
      "Vlaamse Gebarentaal",
      "langue des signes flamande",
      "Flämische Gebärdensprache",
      "Flemish Sign Language",
    ]);
    expect(languageName("ary", "nl")).to.equal("Marokkaans Arabisch");
    expect(languageName("rif", "fr")).to.equal("rifain (tarifit)");
  });

  it("is the code where nobody knows a name, and for what is no code", () => {
    expect(languageName("xzq", "nl")).to.equal("xzq");
    expect(languageName("!", "nl")).to.equal("!");
    expect(languageName("constructor", "nl")).to.equal("constructor");
  });

  it("is what the browser calls it by a name of its own too, in a language that no page has", () =>
    expect(languageName("tr", "tr")).to.equal("Türkçe"));
});
