import { randomUUID } from "node:crypto";
import { expect } from "chai";
import { hashPin } from "../appointments/citizen-pin.js";
import { inPairs, readPin } from "../appointments/pin.rules.js";
import { hashCaller, pinOf } from "./pin.js";

describe("a PIN", () => {
  const [secret, other] = ["a", "b"].map((letter) => letter.repeat(40)) as [string, string];
  const pins = Array.from({ length: 4_000 }, () => pinOf(secret, randomUUID()));

  it("is eight digits, each as often as the others in each place", () => {
    const expected = pins.length / 10;
    for (let place = 0; place < 8; place++) {
      const counts = new Map<string, number>();
      for (const pin of pins) counts.set(pin[place]!, (counts.get(pin[place]!) ?? 0) + 1);
      expect([...counts.keys()].sort().join("")).to.equal("0123456789");
      // Five standard deviations.
      for (const [digit, count] of counts) expect(count, digit).to.be.closeTo(expected, 5 * Math.sqrt(expected));
    }
    for (const pin of pins) expect(pin).to.match(/^\d{8}$/);
  });
  it("is the same for the same dial-in, and another under another secret", () => {
    const id = randomUUID();
    expect(pinOf(secret, id)).to.equal(pinOf(secret, id));
    expect(pinOf(other, id)).to.not.equal(pinOf(secret, id));
    expect(hashPin(other, "12345678")).to.not.deep.equal(hashPin(secret, "12345678"));
  });
  it("is read as it is keyed in, and nothing else is one", () => {
    for (const typed of ["12345678", "12345678#", "1234 5678", " 1234-5678 "])
      expect(readPin(typed)).to.equal("12345678");
    for (const typed of ["", "1234567", "123456789", "1234567a", "١٢٣٤٥٦٧٨", "12345678;", "+12345678"])
      expect(readPin(typed), typed).to.equal(null);
  });
  it("is written in pairs, as people say it", () => expect(inPairs("01234567")).to.equal("01 23 45 67"));
  it("is of a caller who is known again however the number is written, and kept by no number", () => {
    const hash = hashCaller(secret, "+32 470 12 34 56")!;
    expect(hashCaller(secret, "+32470123456")).to.deep.equal(hash);
    expect(hashCaller(secret, "+32470123457")).to.not.deep.equal(hash);
    expect(hashCaller(other, "+32470123456")).to.not.deep.equal(hash);
    for (const withheld of [undefined, "", " "]) expect(hashCaller(secret, withheld)).to.equal(null);
  });
});
