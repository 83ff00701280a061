import { expect } from "chai";
import { allWell, deviceStateOf, hasTrouble } from "./device-trouble.rules.js";

describe("what is wrong with a device", () => {
  it("nothing is said of a device that works", () => {
    expect(deviceStateOf("video", {}, allWell)).to.equal(null);
    expect(hasTrouble({}, allWell)).to.equal(false);
  });
  it("what can't be had has its reason", () => {
    expect(deviceStateOf("video", { video: "busy" }, allWell)).to.deep.equal({ is: "problem", problem: "busy" });
    expect(hasTrouble({ audio: "missing" }, allWell)).to.equal(true);
  });
  it("while it is opened anew, a try that failed is no news yet", () => {
    const state = deviceStateOf("audio", { audio: "busy" }, { ...allWell, audio: "trying" });
    expect(state).to.deep.equal({ is: "trying" });
  });
  it("what stays away is told as stopped, with the reason of the last try", () => {
    const lost = { ...allWell, video: "lost" } as const;
    expect(deviceStateOf("video", { video: "busy" }, lost)).to.deep.equal({ is: "lost", problem: "busy" });
    expect(deviceStateOf("video", {}, lost)).to.deep.equal({ is: "lost", problem: null });
    expect(deviceStateOf("audio", {}, lost)).to.equal(null);
  });
});
