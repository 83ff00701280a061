import { expect } from "chai";
import { newLiveWriter } from "./live-writer.js";
import { afterPart, type LiveText, type TextPart } from "./realtime-text.rules.js";

/** A clock that goes when told to. */
const bench = () => {
  let now = 0;
  let planned: { at: number; act: () => void }[] = [];
  const sent: TextPart[] = [];
  const timing = {
    now: () => now,
    later: (act: () => void, ms: number) => {
      const plan = { at: now + ms, act };
      planned.push(plan);
      return () => {
        planned = planned.filter((each) => each !== plan);
      };
    },
  };
  const writer = newLiveWriter({ send: (part) => sent.push(part), timing });
  const pass = (ms: number) => {
    const end = now + ms;
    for (;;) {
      const next = planned.filter(({ at }) => at <= end).sort((one, other) => one.at - other.at)[0];
      if (!next) break;
      planned = planned.filter((each) => each !== next);
      now = next.at;
      next.act();
    }
    now = end;
  };
  const seen = () => sent.reduce<LiveText | undefined>((live, part) => afterPart(live, part), undefined)?.text;
  return { writer, sent, pass, seen };
};

describe("somebody who lets others read along", () => {
  it("is seen with the first key at once, then five times a second", () => {
    const { writer, sent, pass, seen } = bench();
    const words = "Goedemiddag allemaal";
    for (let length = 1; length <= words.length; length++) {
      writer.write(words.slice(0, length));
      if (length === 1) expect(seen()).to.equal("G");
      pass(50);
    }
    pass(200);
    expect(seen()).to.equal(words);
    expect(sent.length).to.be.at.most(6);
  });

  it("sends the whole line once more when they pause", () => {
    const { writer, sent, pass } = bench();
    writer.write("D");
    pass(300);
    writer.write("Da");
    pass(10_000);
    expect(sent.at(-1)).to.deep.equal({ line: 0, seq: 2, text: "Da" });
    expect(sent).to.have.length(3);
  });

  it("begins a line anew after a message, and tells nothing of the old one any more", () => {
    const { writer, sent, pass, seen } = bench();
    writer.write("D");
    writer.write("Dag");
    writer.endLine();
    pass(10_000);
    expect(sent).to.have.length(1);
    writer.write("H");
    expect(sent.at(-1)).to.deep.equal({ line: 1, seq: 0, text: "H" });
    expect(seen()).to.equal("H");
  });

  it("takes back what was seen when they stop it", () => {
    const { writer, seen } = bench();
    writer.write("Dag");
    writer.stop();
    expect(seen()).to.equal("");
  });
});
