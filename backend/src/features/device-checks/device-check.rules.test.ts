import type { DeviceCheckInput } from "@balie/contract/device-checks";
import { expect } from "chai";
import { judgeDeviceCheck } from "./device-check.rules.js";

const good: DeviceCheckInput = {
  camera: "works",
  microphone: "works",
  heardSound: true,
  udp: "open",
  tls: "open",
  downKbps: 20_000,
  upKbps: 5_000,
};
const judge = (change: Partial<DeviceCheckInput>) => judgeDeviceCheck({ ...good, ...change });

describe("what a device check says of the call to come", () => {
  it("is ready when all works, also where nothing could be measured", () => {
    expect(judge({})).to.deep.equal({ verdict: "ready", reasons: [] });
    const unknown = { heardSound: null, udp: "unknown", tls: "unknown", downKbps: null, upKbps: null } as const;
    expect(judge(unknown)).to.deep.equal({ verdict: "ready", reasons: [] });
  });
  for (const state of ["blocked", "missing", "busy", "failed", "off"] as const)
    it(`a ${state} microphone may need a telephone, a ${state} camera does not`, () => {
      expect(judge({ microphone: state })).to.deep.equal({ verdict: "may_need_phone", reasons: ["no_microphone"] });
      expect(judge({ camera: state })).to.deep.equal({ verdict: "limited", reasons: ["no_camera"] });
    });
  it("who hears nothing may need a telephone", () => {
    expect(judge({ heardSound: false })).to.deep.equal({ verdict: "may_need_phone", reasons: ["no_sound"] });
  });
  it("one way to a relay is enough, none is not", () => {
    expect(judge({ udp: "closed" }).verdict).to.equal("ready");
    expect(judge({ tls: "closed" }).verdict).to.equal("ready");
    expect(judge({ udp: "closed", tls: "closed" })).to.deep.equal({ verdict: "may_need_phone", reasons: ["no_path"] });
    expect(judge({ udp: "closed", tls: "unknown" }).reasons).to.deep.equal(["no_path"]);
  });
  it("the slower of the two directions counts", () => {
    expect(judge({ upKbps: 600 }).verdict).to.equal("ready");
    expect(judge({ upKbps: 599 })).to.deep.equal({ verdict: "limited", reasons: ["slow_line"] });
    expect(judge({ downKbps: 150 }).verdict).to.equal("limited");
    expect(judge({ downKbps: 149 })).to.deep.equal({ verdict: "may_need_phone", reasons: ["too_slow_line"] });
  });
});
