import { expect } from "chai";
import { countsIn, figuresBetween, type LineFigures } from "./line-figures.rules.js";
import { afterFigures, costOf, type LineWatch, levelOf, lineOf, newLineWatch } from "./line-quality.rules.js";

const fine: LineFigures = { loss: 0, sentLoss: 0, concealed: 0, roundTripMs: 40, isHeldBack: false, isSilent: false };
const bad: LineFigures = { ...fine, loss: 0.2 };
const terrible: LineFigures = { ...fine, loss: 0.3 };

type Stretch = readonly [seconds: number, figures: LineFigures];

const watchAfter = (watch: LineWatch, ...stretches: readonly Stretch[]): LineWatch => {
  for (const [seconds, figures] of stretches)
    for (let second = 0; second < seconds; second += 2) watch = afterFigures(watch, figures);
  return watch;
};
const after = (watch: LineWatch, ...stretches: readonly Stretch[]) => lineOf(watchAfter(watch, ...stretches));

describe("the quality of a line", () => {
  it("is judged by what ears notice", () => {
    expect(levelOf(fine)).to.equal("good");
    expect(levelOf({ ...fine, loss: 0.03 })).to.equal("fair");
    expect(levelOf({ ...fine, loss: 0.1 })).to.equal("poor");
    expect(levelOf({ ...fine, concealed: 0.05 })).to.equal("fair");
    expect(levelOf({ ...fine, concealed: 0.12 })).to.equal("poor");
    expect(levelOf({ ...fine, roundTripMs: 300 })).to.equal("fair");
    expect(levelOf({ ...fine, roundTripMs: 800 })).to.equal("poor");
    expect(levelOf({ ...fine, roundTripMs: null })).to.equal("good");
    expect(levelOf({ ...fine, isHeldBack: true })).to.equal("fair");
  });

  it("costs the pictures, and nothing to who follows sign language", () => {
    const line = { level: "poor", hasPictures: true, sendsPictures: true } as const;
    const unsent = { ...line, sendsPictures: false };
    expect([costOf(line, false, false), costOf(unsent, false, false)]).to.deep.equal(["poorNext", "poorUnsent"]);
    expect([costOf(line, true, false), costOf(unsent, true, false)]).to.deep.equal([null, null]);
    expect(costOf(unsent, false, true), "ours is still sent to who signs").to.equal("poorNext");
  });

  it("does not flicker: worse after four seconds, better after eight", () => {
    expect(after(newLineWatch, [2, bad], [2, fine], [2, bad]).level).to.equal("good");
    expect(after(newLineWatch, [4, bad]).level).to.equal("poor");
    expect(after(newLineWatch, [4, bad], [6, fine]).level).to.equal("poor");
    expect(after(newLineWatch, [4, bad], [8, fine]).level).to.equal("good");
  });

  it("takes the pictures away after eight seconds, and not for a mediocre line", () => {
    expect(after(newLineWatch, [6, bad]).hasPictures).to.equal(true);
    expect(after(newLineWatch, [8, bad]).hasPictures).to.equal(false);
    expect(after(newLineWatch, [600, { ...fine, loss: 0.05 }]).hasPictures).to.equal(true);
  });

  it("is not judged by a cut: what it lost is told late, and the line may be as good as before", () => {
    const silent: LineFigures = { ...fine, isSilent: true };
    const lost: LineFigures = { ...fine, loss: 0.9, sentLoss: 0.9 };
    const cut: Stretch[] = [
      [4, silent],
      [6, lost],
    ];
    const cuts = Array.from({ length: 20 }, () => cut).flat();
    expect(after(newLineWatch, ...cuts)).to.deep.equal({ level: "good", hasPictures: true, sendsPictures: true });
    expect(after(newLineWatch, ...cut, [4, lost]).hasPictures, "a line that stays so is").to.equal(false);
  });

  it("takes them away after four where a quarter is lost or everything is held up for seconds", () => {
    expect(after(newLineWatch, [2, terrible]).hasPictures).to.equal(true);
    expect(after(newLineWatch, [4, terrible]).hasPictures).to.equal(false);
    expect(after(newLineWatch, [4, { ...fine, roundTripMs: 1500 }]).hasPictures).to.equal(false);
  });

  it("does not bring them back while the voice alone still loses packets: there is no room for pictures", () => {
    const alone = watchAfter(newLineWatch, [8, bad], [600, { ...fine, loss: 0.05 }]);
    expect(lineOf(alone).hasPictures).to.equal(false);
    expect(after(alone, [18, fine], [2, { ...fine, roundTripMs: 800 }], [18, fine]).hasPictures).to.equal(false);
    expect(after(alone, [20, fine]).hasPictures).to.equal(true);
  });

  it("looks at each direction apart, and at both when everything takes long", () => {
    const up = after(newLineWatch, [8, { ...fine, sentLoss: 0.2 }]);
    expect(up).to.deep.equal({ level: "poor", hasPictures: true, sendsPictures: false });
    expect(after(newLineWatch, [8, bad])).to.deep.equal({ level: "poor", hasPictures: false, sendsPictures: true });
    const slow = after(newLineWatch, [4, { ...fine, roundTripMs: 1800 }]);
    expect(slow).to.deep.equal({ level: "poor", hasPictures: false, sendsPictures: false });
  });

  it("leaves them to a device that is too slow for its sound: the line is not to blame", () => {
    const slow = after(newLineWatch, [60, { ...fine, concealed: 0.3 }]);
    expect(slow).to.deep.include({ level: "poor", hasPictures: true });
  });

  it("brings them back after twenty good seconds, and is twice as careful after each failure", () => {
    const first = watchAfter(newLineWatch, [8, bad], [18, fine]);
    expect(lineOf(first).hasPictures).to.equal(false);
    const back = watchAfter(first, [2, fine]);
    expect(lineOf(back).hasPictures).to.equal(true);
    const second = watchAfter(back, [8, bad], [38, fine]);
    expect(lineOf(second).hasPictures).to.equal(false);
    expect(after(second, [2, fine]).hasPictures).to.equal(true);
    const endless = Array.from({ length: 50 }, () => [[8, bad] as const, [160, fine] as const]).flat();
    expect(after(back, ...endless).hasPictures).to.equal(true);
  });

  it("begins anew with the short wait once pictures have gone well for forty seconds", () => {
    const again = watchAfter(newLineWatch, [8, bad], [20, fine], [40, fine], [8, bad]);
    expect(lineOf(again).hasPictures).to.equal(false);
    expect(after(again, [20, fine]).hasPictures).to.equal(true);
  });
});

describe("the figures of a line", () => {
  const inbound = (kind: "audio" | "video", received: number, lost: number, more = {}) => ({
    type: "inbound-rtp",
    kind,
    packetsReceived: received,
    packetsLost: lost,
    ...more,
  });

  it("are what changed between two looks, the loss that of the kind that lost more, and what the other side lately told of ours", () => {
    const before = countsIn([inbound("audio", 100, 50), inbound("video", 1000, 0)]);
    const now = countsIn([
      inbound("audio", 180, 70, { totalSamplesReceived: 1000, concealedSamples: 300, silentConcealedSamples: 200 }),
      inbound("video", 1990, 10),
      { type: "remote-inbound-rtp", kind: "audio", timestamp: 90_000, fractionLost: 0.25 },
      { type: "remote-inbound-rtp", kind: "video", timestamp: 80_000, fractionLost: 0.9 },
      { type: "candidate-pair", nominated: false, currentRoundTripTime: 9 },
      { type: "candidate-pair", nominated: true, currentRoundTripTime: 0.0421 },
      { type: "outbound-rtp", qualityLimitationReason: "bandwidth", targetBitrate: 200_000 },
    ]);
    const figures = { loss: 0.2, sentLoss: 0.25, concealed: 0.1, roundTripMs: 42, isHeldBack: true, isSilent: false };
    expect(figuresBetween(before, now)).to.deep.equal(figures);
  });

  it("call a picture held back when the line leaves it few bits, not while it grows or is not wanted", () => {
    const picture = { type: "outbound-rtp", qualityLimitationReason: "bandwidth", active: true };
    const isHeldBack = (more: object) => countsIn([{ ...picture, ...more }]).isHeldBack;
    expect(isHeldBack({ targetBitrate: 200_000 })).to.equal(true);
    expect(isHeldBack({ targetBitrate: 1_700_000 })).to.equal(false);
    expect(isHeldBack({ targetBitrate: 30_000, active: false })).to.equal(false);
    expect(isHeldBack({ targetBitrate: 200_000, qualityLimitationReason: "cpu" })).to.equal(false);
    expect(isHeldBack({})).to.equal(false);
  });

  it("say nothing across a new connection, and no loss where nothing or a handful came", () => {
    const counted = (received: number, lost = 0) => countsIn([inbound("audio", received, lost)]);
    expect(figuresBetween(counted(100), counted(3))).to.equal(null);
    expect(figuresBetween(counted(100), counted(100))).to.deep.include({ loss: 0, isSilent: true });
    expect(figuresBetween(counted(100, 9), counted(200, 5))).to.deep.include({ loss: 0, isSilent: false });
    expect(figuresBetween(counted(100), counted(103, 3))).to.deep.include({ loss: 0 });
  });
});
