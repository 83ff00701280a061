import { expect } from "chai";
import { heldLevel, levelWord } from "./level.rules.js";
import { afterMicrophones, isBack } from "./microphone.rules.js";
import { afterLook, noTalk, type Talk } from "./muted-talk.rules.js";

const after = (levels: readonly number[], talk: Talk = noTalk): Talk => levels.reduce(afterLook, talk);

describe("the signs of sound", () => {
  it("has a word for every level", () => {
    expect([0, 0.05, 0.4, 1].map(levelWord)).to.deep.equal(["levelSilent", "levelSoft", "levelGood", "levelLoud"]);
  });
  it("holds a word through the gaps between syllables", () => {
    const levels = [0.5, 0, 0, 0];
    expect(levelWord(levels.reduce(heldLevel, 0))).to.equal("levelGood");
    expect(heldLevel(0.2, 0.6)).to.equal(0.6);
  });
  it("takes talking for talking, and a cough for none", () => {
    expect(after([0.5, 0.5, 0.02, 0.02]).isTalking).to.equal(false);
    expect(after([0.5, 0.02, 0.4, 0.3, 0.02, 0.6]).isTalking).to.equal(true);
  });
  it("warns of talking for five seconds after the last word", () => {
    const talking = after([0.5, 0.5, 0.5, 0.5]);
    expect(after(Array(49).fill(0), talking).isTalking).to.equal(true);
    expect(after(Array(50).fill(0), talking).isTalking).to.equal(false);
  });
  it("knows an unplugged microphone again only after it was off the list", () => {
    const lost = { id: "headset", isAway: false };
    expect(isBack(lost, ["headset", "built in"])).to.equal(false);
    const away = afterMicrophones(afterMicrophones(lost, ["headset"]), ["built in"]);
    expect(isBack(away, ["built in"])).to.equal(false);
    expect(isBack(away, ["built in", "headset"])).to.equal(true);
  });
});
