import { expect } from "chai";
import { followWish } from "./follow-wish.js";

describe("following a wish", () => {
  const slowDevice = () => {
    const done: boolean[] = [];
    const open: (() => void)[] = [];
    const set = async (isOn: boolean) => {
      await new Promise<void>((resolve) => open.push(resolve));
      done.push(isOn);
      if (done.length === 1) throw new Error("a device that refuses once");
    };
    const finish = async () => {
      open.shift()?.();
      for (let turn = 0; turn < 5; turn++) await Promise.resolve();
    };
    return { done, open, set, finish };
  };

  it("ends as last wished, one change at a time, also after one that failed", async () => {
    const device = slowDevice();
    const wish = followWish(device.set);
    wish(true);
    wish(false);
    wish(true);
    wish(false);
    expect(device.open).to.have.length(1);
    await device.finish();
    expect(device.open).to.have.length(1);
    await device.finish();
    expect(device.open).to.have.length(0);
    expect(device.done).to.deep.equal([true, false]);
    wish(true);
    await device.finish();
    expect(device.done).to.deep.equal([true, false, true]);
  });
});
