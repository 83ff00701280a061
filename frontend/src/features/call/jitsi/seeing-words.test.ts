import { expect } from "chai";
import { seeingIn, wordsOf } from "./seeing-words.js";

describe("what is told of seeing", () => {
  it("is understood as it was said", () => {
    for (const isSharing of [true, false])
      for (const isSigning of [true, false])
        for (const hasPictures of [true, false])
          for (const sendsPictures of [true, false]) {
            const seeing = { isSharing, isSigning, hasPictures, sendsPictures };
            expect(seeingIn(wordsOf(seeing))).to.deep.equal(seeing);
          }
  });

  it("is nothing but the words that we know", () => {
    const plain = { isSharing: false, isSigning: false, hasPictures: true, sendsPictures: true };
    expect(wordsOf(plain)).to.equal("");
    for (const words of ["", "<b>screen</b>", "SCREEN", "screenshot sign-up", "a ".repeat(100_000)])
      expect(seeingIn(words)).to.deep.equal(plain);
  });
});
