import { expect } from "chai";
import { situationOf } from "./reservation.rules.js";

describe("an interpreter's link", () => {
  it("shows what became of the request, and that it is too late to answer", () => {
    expect(situationOf({ state: "asked", isOver: false })).to.equal("asked");
    expect(situationOf({ state: "asked", isOver: true })).to.equal("over");
    for (const state of ["confirmed", "declined", "lapsed", "withdrawn"] as const)
      expect(situationOf({ state, isOver: true })).to.equal(state);
  });
});
