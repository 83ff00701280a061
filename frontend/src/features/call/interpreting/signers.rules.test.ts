import { expect } from "chai";
import { signersToPin } from "./signers.rules.js";

const withBridge = { role: "citizen", hasBridge: true } as const;
const signer = { userId: "vera", role: "interpreter", language: "vgt", isByPhone: false } as const;

describe("who is large for who follows sign language", () => {
  it("is every signing interpreter who is seen, once", () => {
    const spoken = { ...signer, userId: "ayse", language: "tr" };
    const helper = { userId: "maria", role: "helper", language: null } as const;
    const people = [spoken, signer, helper, { ...signer, userId: "nele", language: "sfb" }];
    expect(signersToPin(people, withBridge, [])).to.deep.equal(["vera", "nele"]);
    expect(signersToPin(people, withBridge, ["vera"])).to.deep.equal(["nele"]);
  });
  it("is nobody who has no picture here", () => {
    expect(signersToPin([signer], { ...withBridge, hasBridge: false }, [])).to.deep.equal([]);
    expect(signersToPin([{ ...signer, isByPhone: true }], withBridge, [])).to.deep.equal([]);
  });
});
