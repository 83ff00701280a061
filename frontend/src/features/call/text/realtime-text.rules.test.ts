import { expect } from "chai";
import fc from "fast-check";
import { afterLine, afterPart, type LiveText, longestText, readPart, type TextPart } from "./realtime-text.rules.js";
import { changeBetween, nextLine, nothingTold, type Told, tell } from "./realtime-writing.rules.js";

/** The parts that a writer sends whose field reads so, one after another. */
const partsOf = (texts: readonly string[], begun: Told = nothingTold): TextPart[] => {
  let told = begun;
  return texts.flatMap((text) => {
    const next = tell(told, text);
    told = next.told;
    return next.part ? [next.part] : [];
  });
};
const read = (parts: readonly TextPart[], before?: LiveText): LiveText | undefined =>
  parts.reduce<LiveText | undefined>((live, part) => afterPart(live, part), before);
const textAfter = (parts: readonly TextPart[]) => read(parts)?.text ?? "";
const typed = (text: string) => [...text].map((_, index, all) => all.slice(0, index + 1).join(""));

const anyText = fc.string({ unit: "grapheme", maxLength: 30 });
const anyTexts = fc.array(anyText, { minLength: 1, maxLength: 30 });

describe("real-time text", () => {
  it("is the same at the other side after every insertion and deletion", () =>
    fc.assert(
      fc.property(anyTexts, (texts) => {
        texts.forEach((text, index) => {
          expect(textAfter(partsOf(texts.slice(0, index + 1)))).to.equal(text);
        });
      }),
    ));

  it("is sent as the change alone, wherever in the line it is", () => {
    expect(changeBetween("Dag mevrouw", "Dag, mevrouw")).to.deep.equal({ at: 3, remove: 0, insert: "," });
    expect(changeBetween("Dag, mevrouw", "Dag mevrouw")).to.deep.equal({ at: 3, remove: 1, insert: "" });
    expect(changeBetween("mevrouw", "meneer")).to.deep.equal({ at: 2, remove: 5, insert: "neer" });
    expect(changeBetween("aaa", "aa")).to.deep.equal({ at: 2, remove: 1, insert: "" });
    expect(changeBetween("a", "a")).to.equal(null);
  });

  it("never cuts an emoji or another character in half", () => {
    // Both share their first half.
    expect(changeBetween("👍", "👎")).to.deep.equal({ at: 0, remove: 2, insert: "👎" });
    // Both share their second half.
    expect(changeBetween("\u{1F44D}", "\u{1F84D}")).to.deep.equal({ at: 0, remove: 2, insert: "\u{1F84D}" });
    fc.assert(
      fc.property(anyText, anyText, (before, after) => {
        expect(changeBetween(before, after)?.insert ?? "").to.not.match(/\p{Surrogate}/u);
      }),
    );
    for (const text of typed("Dag 👩‍👩‍👧 👍🏽!")) expect(textAfter(partsOf(typed(text)))).to.equal(text);
  });

  it("carries text from right to left, and both mixed, in the order it was written", () => {
    const text = "شكرا לך — dank u 2026";
    expect(textAfter(partsOf(typed(text)))).to.equal(text);
  });

  it("comes right in any order, once all has come", () =>
    fc.assert(
      fc.property(
        anyTexts.chain((texts) => fc.tuple(fc.constant(texts), fc.shuffledSubarray(partsOf(texts), { minLength: 0 }))),
        ([texts, order]) => {
          const parts = partsOf(texts);
          const isWhole = order.length === parts.length;
          if (isWhole) expect(textAfter(order)).to.equal(textAfter(parts));
          else expect(textAfter([...order, ...parts])).to.equal(textAfter(parts));
        },
      ),
    ));

  it("does not show what builds on a part that is missing, and heals with the next whole", () => {
    const parts = partsOf(typed("Goedemiddag"));
    const [, lost] = parts;
    const gapped = parts.filter((part) => part !== lost);
    expect(textAfter(gapped.slice(0, 5))).to.equal("G");
    expect(textAfter(gapped)).to.equal("Goedemiddag");
    expect(textAfter([...gapped.slice(0, 5), lost!])).to.equal("Goedem");
  });

  it("is sent as a whole at every tenth part, and to whoever asks", () => {
    const wholes = partsOf(typed("een heel lange zin om te typen")).map((part) => "text" in part);
    expect(wholes.indexOf(true, 1)).to.equal(10);
    const { part } = tell({ line: 2, seq: 4, text: "Dag", sinceWhole: 1 }, "Dag", true);
    expect(part).to.deep.equal({ line: 2, seq: 5, text: "Dag" });
  });

  it("shows the line so far to who comes in the middle", () => {
    const told = { line: 3, seq: 7, text: "Ik heb mijn pas", sinceWhole: 2 };
    const whole = tell(told, told.text, true);
    const more = tell(whole.told, "Ik heb mijn pas bij");
    expect(textAfter([whole.part!, more.part!])).to.equal("Ik heb mijn pas bij");
  });

  it("ends with the message, and a part of it that comes late brings nothing back", () => {
    const parts = partsOf(typed("Dag"));
    const live = afterLine(read(parts.slice(0, 2))!);
    expect(live.text).to.equal("");
    expect(afterPart(live, parts[2]!).text).to.equal("");
    const next = partsOf(typed("Hallo"), nextLine({ line: 0, seq: 2, text: "Dag", sinceWhole: 2 }));
    expect(read(next, live)?.text).to.equal("Hallo");
  });

  it("of the next line waits for nothing of the line before", () => {
    const next = partsOf(typed("Hallo"), nextLine(nothingTold));
    expect(read(next, read(partsOf(typed("Da"))))?.text).to.equal("Hallo");
  });

  it("of two writers is kept apart by who sent it", () => {
    const [an, els] = [partsOf(typed("Wat is uw naam?")), partsOf(typed("Els Janssens"))];
    const seen = { an: undefined as LiveText | undefined, els: undefined as LiveText | undefined };
    for (let turn = 0; turn < Math.max(an.length, els.length); turn++) {
      if (an[turn]) seen.an = afterPart(seen.an, an[turn]!);
      if (els[turn]) seen.els = afterPart(seen.els, els[turn]!);
    }
    expect([seen.an?.text, seen.els?.text]).to.deep.equal(["Wat is uw naam?", "Els Janssens"]);
  });

  it("is never longer than a message, whatever is sent", () => {
    const whole = readPart({ line: 0, seq: 0, text: `${"x".repeat(longestText - 1)}👍${"y".repeat(1_000_000)}` });
    expect(textAfter([whole!])).to.equal("x".repeat(longestText - 1));
    const more = readPart({ line: 0, seq: 1, at: 5, remove: 0, insert: "z".repeat(1_000_000) });
    expect(textAfter([whole!, more!])).to.have.length(longestText);
  });

  it("keeps only so many early parts", () => {
    const flood = Array.from({ length: 10_000 }, (_, index) => ({
      line: 0,
      seq: index + 5,
      at: 0,
      remove: 0,
      insert: "x",
    }));
    expect(read(flood)?.early).to.have.length(40);
  });

  it("takes nothing else for a part, and reads strange numbers without harm", () => {
    for (const value of [
      null,
      7,
      "text",
      [],
      {},
      { line: 0, seq: 0 },
      { line: 0, seq: 0, text: 5 },
      { line: -1, seq: 0, text: "x" },
      { line: 0, seq: 1.5, text: "x" },
      { line: Number.NaN, seq: 0, text: "x" },
      { line: 0, seq: 0, at: -1, remove: 0, insert: "x" },
      { line: 0, seq: 0, at: 0, remove: "1", insert: "x" },
      { line: 0, seq: 0, at: 0, remove: 0, insert: { toString: "x" } },
    ])
      expect(readPart(value)).to.equal(null);
    const far = readPart({ line: 0, seq: 1, at: 1e9, remove: 1e9, insert: "x" });
    expect(textAfter([{ line: 0, seq: 0, text: "Dag" }, far!])).to.equal("Dagx");
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        readPart(value);
      }),
    );
  });

  it("stays markup as text, which the page never reads as markup", () =>
    expect(textAfter(partsOf(typed("<img src=x onerror=alert(1)>")))).to.equal("<img src=x onerror=alert(1)>"));
});
