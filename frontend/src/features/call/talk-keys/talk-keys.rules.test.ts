import { expect } from "chai";
import { endsTalk, talkKey } from "./talk-keys.rules.js";

const key = (name: string, held: Partial<Parameters<typeof talkKey>[0]> = {}) => ({
  key: name,
  code: name === " " ? "Space" : "Semicolon",
  ctrlKey: false,
  shiftKey: false,
  altKey: false,
  metaKey: false,
  ...held,
});

describe("the keys of the microphone", () => {
  it("turn it with Control, Shift and M, wherever the M lies", () => {
    expect(talkKey(key("M", { ctrlKey: true, shiftKey: true }))).to.equal("turn");
    expect(talkKey(key("m", { ctrlKey: true, shiftKey: true }))).to.equal("turn");
  });
  it("let one talk with Control and the space bar", () => {
    expect(talkKey(key(" ", { ctrlKey: true }))).to.equal("talk");
  });
  it("leave every other key to the page, the browser and the screen reader", () => {
    for (const other of [
      key("m"),
      key("M", { shiftKey: true }),
      key("m", { ctrlKey: true }),
      key(" "),
      key(" ", { shiftKey: true }),
      key(" ", { ctrlKey: true, shiftKey: true }),
      key(" ", { ctrlKey: true, altKey: true }),
      key("M", { ctrlKey: true, shiftKey: true, metaKey: true }),
    ])
      expect(talkKey(other), JSON.stringify(other)).to.equal(null);
  });
  it("end the talking by either of the two", () => {
    expect(endsTalk({ key: " ", code: "Space" })).to.equal(true);
    expect(endsTalk({ key: "Control", code: "ControlLeft" })).to.equal(true);
    expect(endsTalk({ key: "Shift", code: "ShiftLeft" })).to.equal(false);
  });
});
