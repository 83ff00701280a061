import type { CallTokenView } from "@balie/contract/meetings";
import { expect } from "chai";
import { conferenceOptions, connectionOptions } from "./call-options.js";

const call = (hasBridge: boolean): CallTokenView => ({
  token: "t",
  expiresAt: "2026-11-23T10:00:00Z",
  room: "r00m",
  domain: "meet.example",
  mucDomain: "muc.meet.example",
  serviceUrl: "wss://balie.example/xmpp-websocket",
  hasBridge,
  userId: "u",
  role: "clerk",
});

describe("the options of a call", () => {
  it("never go browser to browser with a bridge", () => {
    expect(connectionOptions(call(true))).to.deep.include({
      p2p: { enabled: false, stunServers: [] },
      bridgeChannel: { preferSctp: true },
    });
    expect(conferenceOptions(call(true))).to.not.have.property("disableFocus");
  });

  it("wait for no focus without a bridge", () =>
    expect(conferenceOptions(call(false))).to.deep.include({ disableFocus: true, openBridgeChannel: false }));

  it("ask no public STUN server", () => {
    for (const hasBridge of [true, false])
      expect(connectionOptions(call(hasBridge)))
        .to.have.nested.property("p2p.stunServers")
        .that.deep.equals([]);
  });

  it("name the room in the server's address", () =>
    expect(connectionOptions(call(true))).to.include({ serviceUrl: "wss://balie.example/xmpp-websocket?room=r00m" }));
});
