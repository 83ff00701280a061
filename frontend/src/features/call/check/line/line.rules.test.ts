import { expect } from "chai";
import { devicesOf, kbpsOf, mbitText } from "./line.rules.js";

describe("the check of the line", () => {
  it("counts bits, and never divides by nothing", () => {
    expect(kbpsOf(200_000, 1600)).to.equal(1000);
    expect(kbpsOf(1000, 0)).to.equal(8000);
  });
  it("says a speed as people read it", () => {
    expect(mbitText(420, "nl")).to.equal("0,42");
    expect(mbitText(48_300, "en")).to.equal("48");
  });
  it("tells a device that works from one that is refused, chosen away or broken", () => {
    const any = { microphone: "", camera: "" };
    expect(devicesOf({ problems: {} }, { audio: true, video: true }, any)).to.deep.equal({
      microphone: "works",
      camera: "works",
    });
    expect(
      devicesOf({ problems: { audio: "busy", video: "blocked" } }, { audio: false, video: false }, any),
    ).to.deep.equal({
      microphone: "busy",
      camera: "blocked",
    });
    expect(
      devicesOf({ problems: { audio: "other" } }, { audio: false, video: false }, { microphone: "", camera: null }),
    ).to.deep.equal({ microphone: "failed", camera: "off" });
  });
});
