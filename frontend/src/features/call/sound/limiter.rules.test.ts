import { expect } from "chai";
import fc from "fast-check";
import { ceiling, createLimiter } from "./limiter.rules.js";

const sampleRate = 48_000;
const ahead = 240;

/** In blocks of 128, as Web Audio does it. */
const limited = (channels: readonly Float32Array[]): Float32Array[] => {
  const limit = createLimiter(sampleRate);
  const outputs = channels.map(({ length }) => new Float32Array(length));
  const length = channels[0]?.length ?? 0;
  const part = (all: readonly Float32Array[], from: number) => all.map((each) => each.subarray(from, from + 128));
  for (let from = 0; from < length; from += 128) limit(part(channels, from), part(outputs, from));
  return outputs;
};
const peakOf = (samples: Float32Array): number => samples.reduce((peak, each) => Math.max(peak, Math.abs(each)), 0);
const sine = (amplitude: number, seconds = 1): Float32Array =>
  Float32Array.from(
    { length: sampleRate * seconds },
    (_, index) => amplitude * Math.sin((2 * Math.PI * 440 * index) / sampleRate),
  );

describe("the limiter", () => {
  it("changes nothing below its ceiling but the moment", () => {
    const input = sine(0.9);
    const [output = input] = limited([input]);
    for (let index = ahead; index < input.length; index += 97)
      expect(output[index]).to.be.closeTo(input[index - ahead] ?? 0, 1e-6);
  });
  it("never lets a sample above its ceiling, whatever comes", () => {
    const sample = fc.oneof(
      fc.float({ min: -40, max: 40, noNaN: true }),
      fc.constantFrom(0, 40, -40, Number.NaN, Number.POSITIVE_INFINITY),
    );
    const noise = fc.array(sample, { minLength: 1, maxLength: 1500 });
    fc.assert(
      fc.property(noise, noise, (left, right) => {
        const length = Math.min(left.length, right.length);
        for (const output of limited([left, right].map((each) => Float32Array.from(each.slice(0, length)))))
          for (const each of output) expect(Math.abs(each)).to.be.at.most(Math.fround(ceiling));
      }),
    );
  });
  it("turns a loud tone down instead of flattening it", () => {
    const input = sine(3);
    const [output = input] = limited([input]);
    const settled = output.subarray(sampleRate / 2);
    expect(peakOf(output)).to.be.at.most(Math.fround(ceiling));
    expect(peakOf(settled)).to.be.within(0.9, Math.fround(ceiling));
    // A flattened sine stays at its top for many samples; this one is there for a few.
    const nearlyTop = 0.99 * peakOf(settled);
    const atTheTop = settled.filter((each) => Math.abs(each) > nearlyTop).length / settled.length;
    expect(atTheTop).to.be.below(0.1);
  });
  it("turns both sides down together, and up again after the peak", () => {
    const left = sine(0.2, 2);
    const right = new Float32Array(left.length);
    right.fill(3, 1000, 1200);
    const [output = left] = limited([left, right]);
    expect(peakOf(output.subarray(1000 + ahead, 1200 + ahead))).to.be.below(0.08);
    expect(peakOf(output.subarray(sampleRate))).to.be.within(0.199, 0.2001);
  });
});
