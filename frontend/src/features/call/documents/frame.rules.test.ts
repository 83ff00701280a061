import { expect } from "chai";
import fc from "fast-check";
import { afterKey, corners, type Frame, newFrame, pixelsOf, withCorner } from "./frame.rules.js";

describe("the frame of what is shown", () => {
  it("follows the corner that is dragged, and the others stay", () => {
    expect(withCorner(newFrame, "topLeft", { x: 0.25, y: 0.3 })).to.deep.equal({ ...newFrame, left: 0.25, top: 0.3 });
    expect(withCorner(newFrame, "bottomRight", { x: 0.5, y: 0.6 })).to.deep.equal({
      ...newFrame,
      right: 0.5,
      bottom: 0.6,
    });
  });
  it("stays within the picture, and never turns inside out", () => {
    const part = fc.double({ min: -3, max: 3, noNaN: true });
    const moves = fc.array(fc.tuple(fc.constantFrom(...corners), part, part), { maxLength: 20 });
    fc.assert(
      fc.property(moves, (all) => {
        let frame: Frame = newFrame;
        for (const [corner, x, y] of all) frame = withCorner(frame, corner, { x, y });
        expect(frame.left).to.be.at.least(0);
        expect(frame.top).to.be.at.least(0);
        expect(frame.right).to.be.at.most(1);
        expect(frame.bottom).to.be.at.most(1);
        expect(Math.min(frame.right - frame.left, frame.bottom - frame.top)).to.be.above(0.099);
      }),
    );
  });
  it("moves by arrows, further with Shift, and by no other key", () => {
    expect(afterKey(newFrame, "topLeft", "ArrowRight", false)?.left).to.be.closeTo(0.12, 1e-9);
    expect(afterKey(newFrame, "topLeft", "ArrowDown", true)?.top).to.be.closeTo(0.2, 1e-9);
    expect(afterKey(newFrame, "bottomRight", "ArrowUp", true)?.bottom).to.be.closeTo(0.8, 1e-9);
    expect(afterKey(newFrame, "topLeft", "Tab", false)).to.equal(null);
  });
  it("is whole pixels of the picture", () => {
    expect(pixelsOf(newFrame, 1280, 720)).to.deep.equal({ left: 128, top: 72, width: 1024, height: 576 });
    expect(pixelsOf({ left: 0, top: 0, right: 1, bottom: 1 }, 641, 481)).to.include({ width: 641, height: 481 });
  });
});
