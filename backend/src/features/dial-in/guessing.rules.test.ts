import { expect } from "chai";
import fc from "fast-check";
import { type Miss, secondsToWait } from "./guessing.rules.js";

const start = new Date("2026-11-27T09:00:00Z").getTime();
const at = (seconds: number) => new Date(start + seconds * 1_000);
/** Each caller another one. */
const misses = (...seconds: number[]): Miss[] =>
  seconds.map((second) => ({ isThisCaller: false, missedAt: at(second) }));
const own = (...seconds: number[]): Miss[] => misses(...seconds).map((miss) => ({ ...miss, isThisCaller: true }));

describe("guessing a PIN", () => {
  const nine = [0, 10, 20, 30, 40, 50, 60, 70, 80];

  it("is free while fewer than ten missed in ten minutes", () => {
    expect(secondsToWait([], at(0))).to.equal(0);
    expect(secondsToWait(misses(...nine), at(80))).to.equal(0);
  });
  it("is over for all with the tenth miss in ten minutes, for a quarter of an hour, to the second", () => {
    const ten = misses(...nine, 600);
    expect(secondsToWait(ten, at(600))).to.equal(900);
    expect(secondsToWait(ten, at(1_499.5))).to.equal(1);
    expect(secondsToWait(ten, at(1_500))).to.equal(0);
  });
  it("is not over with ten misses in more than ten minutes", () => {
    expect(secondsToWait(misses(...nine, 600.001), at(601))).to.equal(0);
  });
  it("begins anew after the lock: one more miss does not lock it again", () => {
    expect(secondsToWait(misses(...nine, 600, 1_501), at(1_502))).to.equal(0);
  });
  it("holds one caller back after five misses in ten minutes, and no other", () => {
    const five = own(0, 10, 20, 30, 40);
    expect(secondsToWait(five, at(40))).to.equal(560);
    expect(secondsToWait(five, at(600))).to.equal(0);
    expect(secondsToWait(misses(0, 10, 20, 30, 40), at(40))).to.equal(0);
    expect(secondsToWait(own(0, 10, 20, 30), at(40))).to.equal(0);
  });
  it("gives whoever waits as they are told no more than ten tries in any ten minutes", () => {
    const gap = fc.integer({ min: 0, max: 120_000 });
    fc.assert(
      fc.property(fc.array(gap, { minLength: 200, maxLength: 400 }), (gaps) => {
        const tried: Miss[] = [];
        let now = start;
        for (const each of gaps) {
          now += each;
          now += 1_000 * secondsToWait(tried, new Date(now));
          tried.push({ isThisCaller: false, missedAt: new Date(now) });
        }
        for (const [index, { missedAt }] of tried.entries()) {
          const eleventh = tried[index + 10];
          if (eleventh) expect(eleventh.missedAt.getTime() - missedAt.getTime()).to.be.at.least(10 * 60_000);
        }
      }),
      { numRuns: 50 },
    );
  });
});
