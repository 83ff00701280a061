import { expect } from "chai";
import type { Conference } from "./lib-jitsi-meet.js";
import { stillFlows } from "./still-flows.js";

const conferenceOf = (iceConnectionState: RTCIceConnectionState, arriving: () => number) => {
  const reports = () => new Map([["pair", { type: "candidate-pair", bytesReceived: arriving() }]]);
  const connection = { iceConnectionState, signalingState: "stable", getStats: async () => reports() };
  return { p2pJingleSession: { peerconnection: { peerconnection: connection } } } as unknown as Conference;
};

describe("whether anything still comes in", () => {
  it("is not asked of a connection that is only being made", async () => {
    for (const state of ["new", "checking"] as const)
      expect(await stillFlows(conferenceOf(state, () => 0))).to.equal(true);
  });

  it("is seen on one that was made, also while the browser takes it for lost", async () => {
    let count = 0;
    expect(await stillFlows(conferenceOf("disconnected", () => count++))).to.equal(true);
  });

  it("is denied of one that was made and brings nothing", async function () {
    this.timeout(15_000);
    expect(await stillFlows(conferenceOf("disconnected", () => 7))).to.equal(false);
  });
});
