import { expect } from "chai";
import { isInterpreterKey } from "./interpreter-key.rules.js";

const key = (name: string, held: Partial<Parameters<typeof isInterpreterKey>[0]> = {}) => ({
  key: name,
  ctrlKey: false,
  shiftKey: false,
  altKey: false,
  metaKey: false,
  ...held,
});

describe("the key of the interpreter", () => {
  it("is F2 alone", () => expect(isInterpreterKey(key("F2"))).to.equal(true));

  it("leaves every other key to the page, the browser and the screen reader", () => {
    for (const other of [
      key("F1"),
      key("2"),
      key("f"),
      key("F2", { ctrlKey: true }),
      key("F2", { shiftKey: true }),
      key("F2", { altKey: true }),
      key("F2", { metaKey: true }),
    ])
      expect(isInterpreterKey(other), JSON.stringify(other)).to.equal(false);
  });
});
