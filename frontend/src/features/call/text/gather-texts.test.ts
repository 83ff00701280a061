import { expect } from "chai";
import type { CallEvent } from "../call.js";
import { gatherTexts } from "./gather-texts.js";

const says = (text: string): CallEvent => ({ type: "chat", id: "a1", text, at: "2026-11-24T10:00:00Z" });

const bench = () => {
  const told: CallEvent[] = [];
  const waiting: (() => void)[] = [];
  const hear = gatherTexts(
    (event) => told.push(event),
    (act) => waiting.push(act),
  );
  return { told, hear, pass: () => waiting.splice(0).forEach((act) => void act()), waiting };
};

describe("texts are gathered", () => {
  it("but the first is told at once", () => {
    const { told, hear } = bench();
    hear(says("Dag"));
    expect(told).to.have.length(1);
  });

  it("so that ten thousand in one moment are told in one go", () => {
    const { told, hear, pass, waiting } = bench();
    for (let index = 0; index < 10_000; index++) hear(says(`${index}`));
    expect(told).to.have.length(1);
    pass();
    expect(told.map((event) => "text" in event && event.text).slice(-2)).to.deep.equal(["9998", "9999"]);
    pass();
    expect(waiting).to.have.length(0);
  });

  it("and told before whatever else comes after them", () => {
    const { told, hear } = bench();
    for (const text of ["a", "b"]) hear(says(text));
    hear({ type: "participantLeft", id: "a1" });
    expect(told.map(({ type }) => type)).to.deep.equal(["chat", "chat", "participantLeft"]);
  });
});
