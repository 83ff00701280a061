import { readdirSync } from "node:fs";
import { expect } from "chai";
import { refusalCodes } from "../refusals.js";
import { type Language, languages } from "./languages.js";

type Catalogue = Readonly<Record<string, string>>;

const folder = new URL(".", import.meta.url);
const areas = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

const catalogue = async (area: string, language: Language): Promise<Catalogue> => {
  const module: Record<string, Catalogue> = await import(new URL(`${area}/${language}.ts`, folder).href);
  return module[language] ?? Object.values(module)[0]!;
};

const placeholders = (text = ""): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!).sort();

describe("the texts", () => {
  for (const area of areas)
    for (const language of languages)
      it(`${area} / in ${language} has every text, with the same placeholders as in Dutch`, async () => {
        const dutch = await catalogue(area, "nl");
        const texts = await catalogue(area, language);
        expect(Object.keys(texts)).to.have.members(Object.keys(dutch));
        for (const [key, text] of Object.entries(texts)) {
          expect(text.trim(), key).to.equal(text).and.not.equal("");
          expect([...new Set(placeholders(text))], key).to.deep.equal([...new Set(placeholders(dutch[key]))]);
        }
      });

  it("name each refusal once: for everybody, or for clerks alone", async () => {
    const named = [await catalogue("refusals", "nl"), await catalogue("clerk-refusals", "nl")].flatMap(Object.keys);
    expect(named).to.have.members(refusalCodes);
    expect(named).to.have.length(refusalCodes.length);
  });
});
