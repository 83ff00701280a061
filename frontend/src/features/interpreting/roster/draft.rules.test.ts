import { addInterpreterInput } from "@balie/contract/interpreters";
import { expect } from "chai";
import fc from "fast-check";
import { type Draft, draftOf, faultsOf, inputOf, newDraft } from "./draft.rules.js";

const right: Draft = { ...newDraft, name: "Ayşe Demir", languages: ["tr"], address: "0032 (0)470 12 34 56" };
const faultsWith = (changes: Partial<Draft>) =>
  faultsOf({ ...right, ...changes }).map(({ id, fault }) => `${id} ${fault}`);
const monday = { days: [1], from: "09:00", until: "17:00" };

describe("an interpreter in the form", () => {
  it("is right with a name, a language and a number", () => {
    expect(faultsOf(right)).to.deep.equal([]);
    expect(inputOf(right)).to.deep.equal({
      ...{
        name: "Ayşe Demir",
        languages: ["tr"],
        address: "+32470123456",
        email: null,
        mailLanguage: "nl",
        agencyName: null,
        contractNumber: null,
      },
      ...{ customerCode: null, hours: [], awayFrom: null, awayUntil: null, rank: 100, isActive: true },
    });
  });
  it("has a language that was typed and not added", () => {
    expect(inputOf({ ...right, language: " koerdisch " }).languages).to.deep.equal(["tr", "ku"]);
    expect(inputOf({ ...right, language: "Turks" }).languages).to.deep.equal(["tr"]);
    expect(faultsWith({ languages: [], language: "vgt" })).to.deep.equal([]);
  });
  it("works until the end of the day with 00:00", () => {
    const draft = { ...right, isAlways: false, stretches: [{ days: [5, 1], from: "22:00", until: "00:00" }] };
    expect(faultsOf(draft)).to.deep.equal([]);
    expect(inputOf(draft).hours).to.deep.equal([{ days: [1, 5], from: "22:00", until: "24:00" }]);
    expect(draftOf(inputOf(draft)).stretches).to.deep.equal([{ days: [1, 5], from: "22:00", until: "00:00" }]);
  });
  it("has its order in digits, with noughts before them too", () => {
    expect(faultsWith({ rank: " 007 " })).to.deep.equal([]);
    expect(inputOf({ ...right, rank: " 007 " }).rank).to.equal(7);
    for (const rank of ["", "1e2", "0x10", "1.0", "-1", "00"])
      expect(faultsWith({ rank }), rank).to.deep.equal(["rank rankWrong"]);
  });
  it("keeps its hours while they don't count", () => {
    expect(faultsWith({ isAlways: true, stretches: [{ days: [], from: "", until: "" }] })).to.deep.equal([]);
  });
  const cases: [Partial<Draft>, string[]][] = [
    [{ name: " " }, ["name nameMissing"]],
    [{ name: "x".repeat(121) }, ["name nameWrong"]],
    [{ languages: [] }, ["language languagesMissing"]],
    [{ language: "Turkz" }, ["language languageUnknown"]],
    [{ address: "" }, ["address addressMissing"]],
    [{ address: "0470 12 34 56" }, ["address addressWrong"]],
    [{ email: "ayse@" }, ["interpreter-email emailWrong"]],
    [{ agencyName: "x".repeat(121) }, ["agency-name agencyNameWrong"]],
    [{ contractNumber: "x".repeat(61) }, ["contract-number contractNumberWrong"]],
    [{ customerCode: "12,3" }, ["customer-code customerCodeWrong"]],
    [{ isAlways: false, stretches: [monday, { ...monday, days: [] }] }, ["day-2-1 daysMissing"]],
    [{ isAlways: false, stretches: [{ ...monday, from: "17:00" }] }, ["from-1 timesWrong"]],
    [{ isAlways: false, stretches: [{ ...monday, until: "" }] }, ["from-1 timesWrong"]],
    [{ awayFrom: "2026-12-24", awayUntil: "2026-12-23" }, ["away-until awayUntilWrong"]],
    [{ awayFrom: "0026-12-24" }, ["away-from dayWrong"]],
    [{ rank: "0" }, ["rank rankWrong"]],
    [{ rank: "1000" }, ["rank rankWrong"]],
  ];
  for (const [changes, expected] of cases)
    it(`is told what is wrong: ${expected}`, () => expect(faultsWith(changes)).to.deep.equal(expected));

  it("is judged as the contract judges it", () => {
    const text = fc.oneof(fc.string({ maxLength: 130 }), fc.string({ unit: "binary", maxLength: 10 }));
    const address = fc.oneof(
      text,
      fc.stringMatching(/^(\+|00)?[ ()./-]{0,2}[1-9][0-9 ()./-]{5,16}$/),
      fc.stringMatching(/^sip:[a-z]{0,3}@[a-z.]{0,5}$/),
      fc.constantFrom("tel:+32470123456", "+32 (0)470 12 34 56"),
    );
    const day = fc.constantFrom("", "2026-12-24", "2026-12-25", "0001-01-01");
    const time = fc.constantFrom("", "00:00", "09:00", "23:59");
    const stretch = fc.record({ days: fc.uniqueArray(fc.integer({ min: 1, max: 7 })), from: time, until: time });
    const draft: fc.Arbitrary<Draft> = fc.record({
      name: text,
      languages: fc.uniqueArray(fc.stringMatching(/^[a-z]{2,3}$/), { maxLength: 21 }),
      language: fc.constantFrom("", "Turks"),
      address,
      email: fc.oneof(text, fc.constantFrom("", " jan.maes+tolk@bureau.example ", "a..b@c.be", "@b.be", "jan@bureau")),
      mailLanguage: fc.constantFrom("nl", "fr", "de", "en"),
      agencyName: text,
      contractNumber: text,
      customerCode: fc.oneof(text, fc.stringMatching(/^[0-9*#]{0,21}$/)),
      isAlways: fc.boolean(),
      stretches: fc.array(stretch, { minLength: 1, maxLength: 3 }),
      awayFrom: day,
      awayUntil: day,
      rank: fc.oneof(text, fc.integer({ min: -1, max: 1001 }).map(String), fc.stringMatching(/^[0-9ex.+ -]{1,4}$/)),
      isActive: fc.boolean(),
    });
    const requestId = "8f14e45f-ceea-467f-a9c2-1d2e3f4a5b6c";
    let accepted = 0;
    const agree = (each: Draft) => {
      const isAccepted = addInterpreterInput.safeParse({ requestId, ...inputOf(each) }).success;
      if (isAccepted) accepted += 1;
      expect(faultsOf(each).length === 0).to.equal(isAccepted);
    };
    // Mostly one field differs from a right draft: of many at once nearly all would be refused.
    const oneField = fc.tuple(draft, fc.constantFrom(...(Object.keys(newDraft) as (keyof Draft)[])));
    fc.assert(
      fc.property(oneField, ([each, field]) => agree({ ...right, [field]: each[field] })),
      { numRuns: 2_000 },
    );
    fc.assert(fc.property(draft, agree));
    expect(accepted).to.be.greaterThan(100);
  });
});
