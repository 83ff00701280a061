import { expect } from "chai";
import { monthsUntil } from "./months.rules.js";

describe("the months of an invoice", () => {
  it("are this one and a year of those before, over the turn of a year, also on a day that not every month has", () => {
    const months = monthsUntil("2027-01-31");
    expect(months).to.have.length(13);
    expect([...months.slice(0, 3), months.at(-1)]).to.deep.equal(["2027-01", "2026-12", "2026-11", "2026-01"]);
  });
});
