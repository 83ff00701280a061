import { expect } from "chai";
import { filtersOf, presets } from "./equaliser.rules.js";

describe("the presets", () => {
  it("leave the plain sound alone", () => {
    expect(filtersOf.plain).to.deep.equal([]);
  });
  it("have filters within what can be heard, and lift nothing beyond what the limiter's spare curve holds", () => {
    for (const preset of presets) {
      for (const { frequency } of filtersOf[preset]) expect(frequency).to.be.within(20, 8000);
      const lift = filtersOf[preset].reduce((sum, { gain = 0 }) => sum + Math.max(0, gain), 0);
      expect(3 * 10 ** (lift / 20), preset).to.be.at.most(12);
    }
  });
});
