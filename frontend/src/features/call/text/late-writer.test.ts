import { expect } from "chai";
import { newLateWriter } from "./late-writer.js";
import { newLiveWriter } from "./live-writer.js";
import { afterLine, afterPart, type LiveText, type TextPart } from "./realtime-text.rules.js";

const bench = () => {
  const sent: TextPart[] = [];
  const asked: { arrive: () => void; fail: () => void }[] = [];
  const load = () =>
    new Promise<{ newLiveWriter: typeof newLiveWriter }>((arrive, fail) =>
      asked.push({ arrive: () => arrive({ newLiveWriter }), fail: () => fail(new Error("no network")) }),
    );
  const writer = newLateWriter((part) => sent.push(part), load);
  const seen = (live?: LiveText) => sent.reduce((before, part) => afterPart(before, part), live)?.text;
  return { writer, sent, asked, seen };
};
const settled = () => new Promise((done) => setTimeout(done));

describe("somebody who lets others read along only later", () => {
  it("fetches how with the first letter, and is seen with all that was written meanwhile", async () => {
    const { writer, asked, sent, seen } = bench();
    writer.stop();
    writer.endLine();
    expect(asked).to.have.lengthOf(0);
    for (const text of ["D", "Da", "Dag"]) writer.write(text);
    expect([asked.length, sent.length]).to.deep.equal([1, 0]);
    asked[0]!.arrive();
    await settled();
    expect(seen(afterLine({ line: 0, seq: -1, text: "", early: [] }))).to.equal("Dag");
    expect(sent[0]).to.include({ line: 1 });
    writer.endLine();
    writer.repeat("En");
    expect(sent.at(-1)).to.deep.equal({ line: 2, seq: 0, text: "En" });
  });

  it("says nothing of a line that was sent, or not to be read any more, before it came", async () => {
    for (const end of ["endLine", "stop"] as const) {
      const { writer, asked, sent } = bench();
      writer.repeat("Dag");
      writer[end]();
      asked[0]!.arrive();
      await settled();
      expect(sent).to.deep.equal([]);
    }
  });

  it("asks again with the next letter when the network was away", async () => {
    const { writer, asked, seen } = bench();
    writer.write("D");
    asked[0]!.fail();
    await settled();
    writer.write("Da");
    expect(asked).to.have.lengthOf(2);
    asked[1]!.arrive();
    await settled();
    expect(seen()).to.equal("Da");
  });
});
