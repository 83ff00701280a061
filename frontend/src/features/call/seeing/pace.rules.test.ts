import { expect } from "chai";
import { fullPace, nextPace, type Pace } from "./pace.rules.js";

const after = (rounds: number, sent: number, camera = 30, from: Pace = fullPace): Pace => {
  let pace = from;
  for (let round = 0; round < rounds; round++) pace = nextPace(pace, sent, camera);
  return pace;
};

describe("the pace of sign language", () => {
  it("a picture that falls behind is sent smaller, round by round, to a quarter", () => {
    expect(after(1, 15).scale).to.equal(1.5);
    expect(after(2, 15).scale).to.equal(2.25);
    expect(after(20, 15).scale).to.equal(4);
  });

  it("one that is smooth stays as it is", () => expect(after(100, 25).scale).to.equal(1));

  it("one that was behind grows again after long smoothness, to full size", () => {
    const small = after(2, 15);
    expect(after(15, 29, 30, small).scale).to.equal(small.scale);
    expect(after(16, 29, 30, small).scale).to.equal(1.5);
    expect(after(100, 29, 30, small).scale).to.equal(1);
  });

  it("a camera that is slow itself is not made smaller for it", () => expect(after(10, 14, 15).scale).to.equal(1));
});
