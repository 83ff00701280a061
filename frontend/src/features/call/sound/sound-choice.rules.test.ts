import { expect } from "chai";
import fc from "fast-check";
import {
  afterVolume,
  gainsOf,
  isPlain,
  loudestPercent,
  parseSoundChoice,
  parseVolumes,
  plainSound,
  type SoundChoice,
  volumeOf,
} from "./sound-choice.rules.js";

describe("a sound choice", () => {
  const chosen: SoundChoice = {
    volume: 250,
    preset: "speech",
    isMono: true,
    balance: -40,
    speaker: "f00d",
    warnsWhenMuted: false,
  };

  it("comes back from the device as it was kept", () => {
    expect(parseSoundChoice(JSON.parse(JSON.stringify(chosen)))).to.deep.equal(chosen);
  });
  it("is plain where nothing was kept", () => {
    for (const nothing of [null, undefined, "", 7, []]) expect(parseSoundChoice(nothing)).to.deep.equal(plainSound);
  });
  it("loses each value that cannot be, and keeps the others", () => {
    const bad = { volume: 900, preset: "toString", isMono: "yes", balance: Number.NaN, speaker: 3, warnsWhenMuted: 1 };
    expect(parseSoundChoice(bad)).to.deep.equal(plainSound);
    expect(parseSoundChoice({ ...chosen, volume: "300" })).to.deep.equal({ ...chosen, volume: 100 });
  });
  it("is one that can be, whatever was stored", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (stored) => {
        const { volume, balance } = parseSoundChoice(stored);
        expect(volume).to.be.within(20, loudestPercent);
        expect(balance).to.be.within(-100, 100);
        for (const percent of Object.values(parseVolumes(stored))) expect(percent).to.be.within(0, loudestPercent);
      }),
    );
  });
  it("begins the next person where the volume was set last, but never in silence", () => {
    expect(afterVolume(plainSound, 270).volume).to.equal(270);
    expect(afterVolume(plainSound, 0).volume).to.equal(20);
  });
  it("has a volume for each person who was given one", () => {
    const volumes = parseVolumes({ an: 0, karim: 300, loud: 301, words: "100" });
    expect(volumes).to.deep.equal({ an: 0, karim: 300 });
    expect(volumeOf(volumes, chosen, "an")).to.equal(0);
    expect(volumeOf(volumes, chosen, "loud")).to.equal(250);
    expect(volumeOf(volumes, chosen, "constructor")).to.equal(250);
  });
  it("needs no graph while everything is plain", () => {
    expect(isPlain(plainSound, [100, 100])).to.equal(true);
    expect(isPlain(plainSound, [100, 110])).to.equal(false);
    expect(isPlain({ ...plainSound, isMono: true }, [])).to.equal(false);
    expect(isPlain({ ...plainSound, speaker: "f00d" }, [100])).to.equal(true);
  });
  it("takes from one side only, and nothing in the middle", () => {
    expect(gainsOf(0)).to.deep.equal({ left: 1, right: 1 });
    expect(gainsOf(-100)).to.deep.equal({ left: 1, right: 0 });
    expect(gainsOf(50)).to.deep.equal({ left: 0.5, right: 1 });
  });
});
