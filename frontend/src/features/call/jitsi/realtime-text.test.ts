import { expect } from "chai";
import type { CallEvent } from "../call.js";
import type { TextPart } from "../text/realtime-text.rules.js";
import type { Conference, Participant } from "./lib-jitsi-meet.js";
import { hearRealtimeText, sendMessage, sendRealtimeText } from "./realtime-text.js";

const bench = () => {
  const sent: { text: string; element: string | undefined }[] = [];
  const conference = {
    sendTextMessage: (text: string, element?: string) => void sent.push({ text, element }),
  } as Conference;
  return { sent, conference };
};
const an = { getId: () => "a1" } as Participant;
const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
/** As the current library does before it reads the JSON. */
const unescaped = (text: string) => text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name]!);

describe("real-time text in the room", () => {
  for (const text of ["a & b", "&quot;}", "&amp;lt;", "<b>vet</b>", "👍 \u2028\ud83d", "tab\tbel\u0007"])
    it(`arrives as it was written: ${JSON.stringify(text)}`, () => {
      const { sent, conference } = bench();
      const heard: CallEvent[] = [];
      const part: TextPart = { line: 1, seq: 2, text };
      sendRealtimeText(conference, part);
      expect(sent[0]?.element).to.equal("json-message");
      hearRealtimeText((event) => heard.push(event))(an, JSON.parse(unescaped(sent[0]!.text)));
      expect(heard).to.deep.equal([{ type: "realtimeText", id: "a1", part }]);
    });

  it("is told apart from what else goes there", () => {
    const heard: CallEvent[] = [];
    const hear = hearRealtimeText((event) => heard.push(event));
    for (const payload of [null, "x", { type: "e2e-ping" }, { line: 0, seq: 0, text: "x" }, { type: "balie-text" }])
      hear(an, payload);
    expect(heard).to.deep.equal([]);
  });

  it("holds nothing that XML cannot carry, nor does a message", () => {
    const { sent, conference } = bench();
    sendRealtimeText(conference, { line: 0, seq: 0, text: "a\u0000\u0008\uffff\ud800b" });
    sendMessage(conference, "a\u0000\u0008\uffff\ud800b\n👍");
    const notOfXml = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;
    for (const { text } of sent) expect(text).to.not.match(notOfXml);
    expect(sent[1]?.text).to.equal("ab\n👍");
  });
});
