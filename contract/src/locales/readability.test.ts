import { readdirSync } from "node:fs";
import { expect } from "chai";

/** Plain Dutch (B1) for citizens. The measure is Flesch-Douma (Douma 1960: 206.84 − 0.93 × words per sentence − 77 × syllables per word); texts from 60 up are
    "standard" and easier, where B1 lies; ours stay above 70. Beside it: no sentence of more than 20 words, and none of the stiff words that plain language lists advise against. */
const easyFrom = 70;
const longestSentence = 20;
const stiff =
  /\b(aangaande|alsmede|bovengenoemde?|conform|dan wel|derhalve|desbetreffende|dient te|dienen te|doch|echter|gelieve|hieromtrent|ingevolge|inzake|jegens|krachtens|met betrekking tot|middels|mits|nadere|omtrent|onderhavige?|reeds|te allen tijde|ten behoeve van|teneinde|tevens|uiterlijk|vermits|voornoemde?|zulks)\b/i;

/** The console, the roster and the refusals that clerks meet are read by staff. */
const staff = ["clerk-refusals", "console", "roster", "welcome"];
const folder = new URL(".", import.meta.url);
const areas = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() && !staff.includes(entry.name) ? [entry.name] : [],
);

const textsOf = async (area: string): Promise<[string, string][]> =>
  Object.entries((await import(new URL(`${area}/nl.ts`, folder).href)).nl as Record<string, string>);
const sentencesIn = (text: string): string[] => text.split(/(?<=[.!?:])\s+/).filter((part) => /\p{L}/u.test(part));
/** A placeholder is read as one short word. */
const wordsIn = (sentence: string): string[] => sentence.replace(/\{\w+\}/g, "een").match(/[\p{L}\p{N}'’-]+/gu) ?? [];
/** Dutch vowels, the longest first: "oei" and "ieu" are one syllable, the "eo" of "video" is two, and a trema begins a new one. */
const vowels = /aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ie|oe|eu|ui|ei|ij|au|ou|ëi|[aeiouyàáèéêëïóôöúü]/g;
const syllablesIn = (word: string): number => Math.max(1, word.toLowerCase().match(vowels)?.length ?? 0);

describe("the Dutch that citizens read", () => {
  for (const area of areas)
    it(`${area}: plain by measure, no long sentence, no stiff word`, async () => {
      const texts = await textsOf(area);
      const sentences = texts.flatMap(([key, text]) => sentencesIn(text).map((sentence) => ({ key, sentence })));
      const words = sentences.flatMap(({ sentence }) => wordsIn(sentence));
      const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0);
      const ease = 206.84 - (0.93 * words.length) / sentences.length - (77 * syllables) / words.length;
      console.log(`      Flesch-Douma ${ease.toFixed(0)}: ${sentences.length} sentences, ${words.length} words`);
      const long = sentences.filter(({ sentence }) => wordsIn(sentence).length > longestSentence);
      expect(long.map(({ key, sentence }) => `${key}: ${sentence}`)).to.deep.equal([]);
      expect(texts.filter(([, text]) => stiff.test(text)).map(([key, text]) => `${key}: ${text}`)).to.deep.equal([]);
      expect(ease).to.be.at.least(easyFrom);
    });

  for (const [word, count] of Object.entries({
    u: 1,
    geluid: 2,
    tweeën: 2,
    video: 3,
    gemeente: 3,
    geannuleerd: 4,
    beëindigen: 4,
  }))
    it(`${word} has ${count} syllables`, () => expect(syllablesIn(word)).to.equal(count));
});
