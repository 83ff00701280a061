import { expect } from "chai";
import { keepPlaying, type Playable } from "./keep-playing.js";

/** An element as Safari treats it: paused from outside, and allowed to play or not. */
class Player extends EventTarget {
  paused = false;
  srcObject: object | null = {};
  refuses: string | null = null;
  plays = 0;
  async play() {
    this.plays++;
    if (this.refuses) throw new DOMException("not now", this.refuses);
    this.paused = false;
  }
  pause() {
    this.paused = true;
    this.dispatchEvent(new Event("pause"));
  }
}

const bench = () => {
  const [player, touched] = [new Player(), new EventTarget()];
  let comeBack = (): void => undefined;
  let refusals = 0;
  const stop = keepPlaying(player as unknown as Playable, {
    onRefused: () => refusals++,
    touched,
    later: (act) => act(),
    returns: (tell) => {
      comeBack = tell;
      return () => {
        comeBack = () => undefined;
      };
    },
  });
  return { player, touched, stop, comeBack: () => comeBack(), refusals: () => refusals };
};
const turn = () => new Promise((resolve) => setTimeout(resolve));

describe("a live picture or voice", () => {
  it("plays on when it was paused from outside, as when the small window is closed", async () => {
    const { player, refusals } = bench();
    player.pause();
    await turn();
    expect(player.paused).to.equal(false);
    expect(refusals()).to.equal(0);
  });
  it("paused by a telephone call, plays on when its page is back", async () => {
    const { player, comeBack } = bench();
    player.refuses = "AbortError";
    player.pause();
    await turn();
    expect(player.paused).to.equal(true);
    player.refuses = null;
    comeBack();
    await turn();
    expect(player.paused).to.equal(false);
  });
  it("that may not play without a click says so, and plays with the next click anywhere", async () => {
    const { player, touched, refusals } = bench();
    player.refuses = "NotAllowedError";
    player.pause();
    await turn();
    expect(refusals()).to.equal(1);
    player.refuses = null;
    touched.dispatchEvent(new Event("pointerup"));
    await turn();
    expect(player.paused).to.equal(false);
  });
  it("that plays is not told to play", () => {
    const { player, touched, comeBack } = bench();
    touched.dispatchEvent(new Event("keyup"));
    comeBack();
    expect(player.plays).to.equal(0);
  });
  it("without a stream, or gone from the page, is let be", () => {
    const { player, stop, comeBack } = bench();
    player.srcObject = null;
    player.pause();
    player.srcObject = {};
    stop();
    comeBack();
    player.pause();
    expect(player.plays).to.equal(0);
  });
});
