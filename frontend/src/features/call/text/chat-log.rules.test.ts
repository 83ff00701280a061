import { expect } from "chai";
import { asPlainText, type ChatMessage, type ComingMessage, unreadCount, withMessage } from "./chat-log.rules.js";

const begin = Date.parse("2026-11-24T10:00:00Z");
const an = { name: "An Peeters", role: "clerk" } as const;
const says = (text: string, second = 0): ComingMessage => ({
  from: an,
  writer: "clerk-1",
  text,
  at: new Date(begin + second * 1000).toISOString(),
});
const logOf = (...coming: ComingMessage[]) => coming.reduce<readonly ChatMessage[]>(withMessage, []);

describe("the log of a chat", () => {
  it("cuts a message of a megabyte, and says so", () => {
    const [message] = logOf(says("x".repeat(1_000_000)));
    expect(message?.text).to.have.length(2000);
    expect(message?.note).to.equal("cut");
    expect(logOf(says("x".repeat(2000)))[0]?.note).to.equal(undefined);
  });

  it("keeps no half character where it cuts", () =>
    expect(logOf(says(`${"x".repeat(1999)}👍`))[0]?.text).to.equal("x".repeat(1999)));

  it("folds empty lines", () => expect(logOf(says("a\n\n\n\n\nb"))[0]?.text).to.equal("a\n\nb"));

  it("collapses ten thousand messages of one sender into one line", () => {
    const log = logOf(...Array.from({ length: 10_000 }, (_, index) => says(`${index}`, index / 1000)));
    expect(log).to.have.length(21);
    expect(log.at(-1)?.note).to.equal("flood");
  });

  it("keeps a flood in its one line for as long as it lasts, and then listens again", () => {
    const flood = Array.from({ length: 2000 }, (_, index) => says(`${index}`, index / 10));
    expect(logOf(...flood)).to.have.length(21);
    const log = logOf(...flood, says("Sorry, mijn toets bleef hangen.", 250));
    expect(log.at(-1)?.text).to.equal("Sorry, mijn toets bleef hangen.");
  });

  it("still shows what the others write during a flood", () => {
    const flood = Array.from({ length: 100 }, (_, index) => says(`${index}`, index / 100));
    const log = logOf(...flood, { ...says("Stop", 1), from: { name: "Els", role: "citizen" }, writer: "els" });
    expect(log.at(-1)?.text).to.equal("Stop");
  });

  it("never takes one's own messages for a flood", () => {
    const own = Array.from({ length: 50 }, (_, index): ComingMessage => ({ ...says(`${index}`), from: null }));
    expect(logOf(...own)).to.have.length(50);
  });

  it("keeps the last three hundred", () => {
    const log = logOf(...Array.from({ length: 400 }, (_, index) => says(`${index}`, index)));
    expect(log).to.have.length(300);
    expect(log.at(-1)).to.include({ text: "399", id: 400 });
  });

  it("counts unread messages of others only", () => {
    const log = logOf(says("Dag"), { ...says("Hallo"), from: null }, says("Hoe gaat het?"));
    expect([0, 1, 3].map((read) => unreadCount(log, read))).to.deep.equal([2, 1, 0]);
  });

  it("is copied with who said it and when, without the line of a flood", () => {
    const flood: ChatMessage = { id: 2, from: an, text: "", at: says("").at, note: "flood" };
    const text = asPlainText(
      [...logOf(says("Dag")), flood],
      ({ from }) => from?.name ?? "",
      (at) => at.slice(11, 16),
    );
    expect(text).to.equal("10:00 An Peeters:\nDag\n");
  });
});
