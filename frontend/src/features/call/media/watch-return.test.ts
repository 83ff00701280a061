import { expect } from "chai";
import { watchReturn } from "./watch-return.js";

const bench = () => {
  let now = 0;
  let tick: () => void = () => undefined;
  let count = 0;
  const page = Object.assign(new EventTarget(), { hidden: false });
  const [frame, connection] = [new EventTarget(), new EventTarget()];
  const stop = watchReturn(() => count++, {
    window: frame,
    document: page,
    connection,
    now: () => now,
    every: (_milliseconds, act) => {
      tick = act;
      return () => {
        tick = () => undefined;
      };
    },
  });
  const pass = (milliseconds: number) => {
    now += milliseconds;
    tick();
  };
  return { page, frame, connection, pass, stop, told: () => count };
};

describe("coming back to a page", () => {
  it("is told when it is shown again, not when it is hidden", () => {
    const { page, told } = bench();
    page.hidden = true;
    page.dispatchEvent(new Event("visibilitychange"));
    expect(told()).to.equal(0);
    page.hidden = false;
    page.dispatchEvent(new Event("visibilitychange"));
    expect(told()).to.equal(1);
  });
  it("is told after sleep, by a clock that has jumped; a busy second is no sleep", () => {
    const { pass, told } = bench();
    for (const milliseconds of [1000, 1100, 4000, 1000]) pass(milliseconds);
    expect(told()).to.equal(0);
    pass(30_000);
    expect(told()).to.equal(1);
    pass(1000);
    expect(told()).to.equal(1);
  });
  it("is told when the page was put away, and when the network is back or another", () => {
    const { frame, connection, told } = bench();
    frame.dispatchEvent(new Event("pageshow"));
    frame.dispatchEvent(new Event("online"));
    connection.dispatchEvent(new Event("change"));
    expect(told()).to.equal(3);
  });
  it("is told no more after the end", () => {
    const { page, frame, pass, stop, told } = bench();
    stop();
    frame.dispatchEvent(new Event("online"));
    page.dispatchEvent(new Event("visibilitychange"));
    pass(60_000);
    expect(told()).to.equal(0);
  });
});
