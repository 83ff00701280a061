import { expect } from "chai";
import { countUnconfirmed, isUnconfirmed, newsOf } from "./reserving.rules.js";

const needed = (standing: "seeking" | "asked" | "confirmed" | "nobody") => ({ language: "tr", standing, name: null });

describe("whether a meeting may begin without a word about its interpreter", () => {
  it("may, where none is needed or one is confirmed", () => {
    expect(isUnconfirmed({ interpreter: null })).to.equal(false);
    expect(isUnconfirmed({ interpreter: needed("confirmed") })).to.equal(false);
  });
  for (const standing of ["seeking", "asked", "nobody"] as const)
    it(`may not while it stands at ${standing}`, () =>
      expect(isUnconfirmed({ interpreter: needed(standing) })).to.equal(true));
});

describe("the interpreters of the coming days", () => {
  it("are counted as long as they are not confirmed", () =>
    expect(countUnconfirmed([needed("asked"), needed("confirmed"), needed("nobody")])).to.equal(2));
  it("are news when one of the queue changes, and else not", () => {
    const one = (standing: "asked" | "confirmed") => [
      { appointmentId: "1", interpreter: needed(standing) },
      { appointmentId: "2", interpreter: null },
    ];
    expect(newsOf(one("asked"))).to.equal(newsOf(one("asked")));
    expect(newsOf(one("asked"))).to.not.equal(newsOf(one("confirmed")));
  });
});
