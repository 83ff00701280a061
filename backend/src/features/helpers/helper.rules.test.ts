import { expect } from "chai";
import { stateOf } from "./helper.rules.js";

describe("a helper's state", () => {
  it("tells of a removed guest as removed, and of a withdrawn one as withdrawn", () => {
    expect(stateOf({ state: "admitted", guest: { state: "removed" } })).to.equal("removed");
    expect(stateOf({ state: "admitted", guest: { state: "announced" } })).to.equal("admitted");
    expect(stateOf({ state: "withdrawn", guest: { state: "removed" } })).to.equal("withdrawn");
  });
});
