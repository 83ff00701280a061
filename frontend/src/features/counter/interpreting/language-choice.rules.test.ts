import { languageName } from "@balie/contract/locales/interpreted-languages";
import { expect } from "chai";
import { chosenOf, matching, mediaOf, optionsOf, presetOf } from "./language-choice.rules.js";

const languages = ["tr", "ar", "vgt", "ps", "fr", "ary", "es"].map((language, available) => ({
  language,
  available,
  availableByVideo: language === "vgt" || language === "tr" ? 1 : 0,
}));
const options = optionsOf(languages, languageName, "nl");
const found = (typed: string) => matching(options, typed).map(({ name }) => name);

describe("choosing the language of an interpreter", () => {
  it("lists them by name, with how many are free", () => {
    expect(found("")).to.deep.equal([
      "Arabisch",
      "Frans",
      "Marokkaans Arabisch",
      "Pasjtoe",
      "Spaans",
      "Turks",
      "Vlaamse Gebarentaal",
    ]);
    expect(options.find(({ language }) => language === "vgt")?.available).to.equal(2);
  });

  it("finds one by its first letters, any of its words, its own name or code, without accents", () => {
    expect(found("tu")).to.deep.equal(["Turks"]);
    expect(found(" GEBAREN ")).to.deep.equal(["Vlaamse Gebarentaal"]);
    expect(found("turkce")).to.deep.equal(["Turks"]);
    expect(found("vgt")).to.deep.equal(["Vlaamse Gebarentaal"]);
    expect(found("klingon")).to.deep.equal([]);
  });

  it("puts those that begin so before those that hold it somewhere", () =>
    expect(found("a").slice(0, 2)).to.deep.equal(["Arabisch", "Marokkaans Arabisch"]));

  it("asks for what was picked, else for the first that was typed for, else for nothing", () => {
    expect(chosenOf(options, "ps", "")).to.equal("ps");
    expect(chosenOf(matching(options, "tu"), "ps", "tu")).to.equal("tr");
    expect(chosenOf(options, null, "")).to.equal(null);
    expect(chosenOf([], "ps", "klingon")).to.equal(null);
  });

  it("offers video where somebody can be mailed, and a sign language that way alone", () => {
    expect(mediaOf(languages, "tr", true)).to.deep.equal(["phone", "video"]);
    expect(mediaOf(languages, "ar", true)).to.deep.equal(["phone"]);
    expect(mediaOf(languages, "vgt", true)).to.deep.equal(["video"]);
    expect(mediaOf(languages, "tr", false)).to.deep.equal(["video"]);
    expect(mediaOf(languages, null, true)).to.deep.equal(["phone"]);
  });

  it("begins with the citizen's language where that is another than the clerk's", () => {
    expect(presetOf(languages, "fr", "nl")).to.equal("fr");
    expect(presetOf(languages, "nl", "nl")).to.equal(null);
    expect(presetOf(languages, "de", "nl")).to.equal(null);
  });
});
