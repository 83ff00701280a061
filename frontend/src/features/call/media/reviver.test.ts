import { expect } from "chai";
import { newReviver, type Revival, type Stoppable } from "./reviver.js";

/** A track whose device can be taken away as browsers do: Safari on iOS ends or silences it during a telephone call. */
class Device extends EventTarget {
  readyState: "live" | "ended" = "live";
  muted = false;
  end() {
    this.readyState = "ended";
    this.dispatchEvent(new Event("ended"));
  }
  silence(muted: boolean) {
    this.muted = muted;
    this.dispatchEvent(new Event(muted ? "mute" : "unmute"));
  }
}
const turn = () => new Promise((resolve) => setTimeout(resolve));
const asTrack = (device: Device) => device as unknown as Stoppable;

/** A clock that goes when told to; `give`: what the next openings bring, null for a refusal. */
const bench = (give: (Device | null)[] = []) => {
  let now = 0;
  let plans: { at: number; act: () => void }[] = [];
  const told: Revival[] = [];
  const openedAt: number[] = [];
  const reviver = newReviver({
    reopen: async () => {
      openedAt.push(now);
      const device = give.shift();
      if (!device) throw new DOMException("in use", "NotReadableError");
      reviver.watch(asTrack(device));
    },
    tell: (revival) => told.push(revival),
    later: (milliseconds, act) => {
      const plan = { at: now + milliseconds, act };
      plans.push(plan);
      return () => {
        plans = plans.filter((each) => each !== plan);
      };
    },
  });
  const pass = async (milliseconds: number) => {
    const end = now + milliseconds;
    for (;;) {
      const next = plans.filter(({ at }) => at <= end).sort((one, other) => one.at - other.at)[0];
      if (!next) break;
      plans = plans.filter((each) => each !== next);
      now = next.at;
      next.act();
      await turn();
    }
    now = end;
  };
  const device = new Device();
  reviver.watch(asTrack(device));
  return { reviver, device, told, openedAt, pass };
};

describe("a device that stops by itself", () => {
  it("is opened anew at once when its track ends", async () => {
    const { device, told, openedAt, pass } = bench([new Device()]);
    device.end();
    await pass(0);
    expect(openedAt).to.deep.equal([0]);
    expect(told).to.deep.equal(["trying", "well"]);
    await pass(60_000);
    expect(openedAt).to.have.length(1);
  });

  it("is tried four times in ten seconds, and then its person is asked", async () => {
    const { device, told, openedAt, pass } = bench();
    device.end();
    await pass(9999);
    expect(openedAt).to.deep.equal([0, 1000, 3000, 6000]);
    expect(told).to.deep.equal(["trying"]);
    await pass(1);
    expect(told).to.deep.equal(["trying", "lost"]);
    await pass(600_000);
    expect(openedAt).to.have.length(4);
  });

  it("lost, it is tried again when something changes, as after a telephone call", async () => {
    const { reviver, device, told, openedAt, pass } = bench([null, null, null, null, null, new Device()]);
    device.end();
    await pass(30_000);
    reviver.look();
    await turn();
    expect(told.at(-1)).to.equal("lost");
    reviver.look();
    await turn();
    expect(openedAt).to.have.length(6);
    expect(told).to.deep.equal(["trying", "lost", "well"]);
  });

  it("silenced for a moment is left alone; silenced for longer is opened anew", async () => {
    const { device, told, openedAt, pass } = bench([new Device()]);
    device.silence(true);
    await pass(1500);
    device.silence(false);
    await pass(60_000);
    expect([told, openedAt]).to.deep.equal([[], []]);
    device.silence(true);
    await pass(2000);
    expect(told).to.deep.equal(["trying", "well"]);
    expect(openedAt).to.have.length(1);
  });

  it("given back by the system itself, it needs no opening", async () => {
    const { device, told, openedAt, pass } = bench();
    device.silence(true);
    await pass(4000);
    device.silence(false);
    await pass(60_000);
    expect(told).to.deep.equal(["trying", "well"]);
    expect(openedAt).to.have.length(2);
  });

  it("that comes back silenced is not opened over and over", async () => {
    const silent = () => Object.assign(new Device(), { muted: true });
    const { device, told, openedAt, pass } = bench([silent(), silent(), silent(), silent(), silent()]);
    device.end();
    await pass(60_000);
    expect(openedAt).to.have.length(4);
    expect(told).to.deep.equal(["trying", "lost"]);
  });

  it("whose end was never told is found out when the page is shown again", async () => {
    const { reviver, device, told, pass } = bench([new Device()]);
    device.readyState = "ended";
    await pass(60_000);
    expect(told).to.deep.equal([]);
    reviver.look();
    await pass(0);
    expect(told).to.deep.equal(["trying", "well"]);
  });

  it("switched off by its person is let be", async () => {
    const { reviver, device, told, openedAt, pass } = bench();
    device.end();
    await pass(500);
    reviver.watch(null);
    await pass(60_000);
    expect(openedAt).to.deep.equal([0]);
    expect(told).to.deep.equal(["trying", "well"]);
  });
});
