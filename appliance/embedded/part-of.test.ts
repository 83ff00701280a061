import { expect } from "chai";
import { partOf } from "./part-of.ts";

describe("a part of a long list", () => {
  const list = Array.from({ length: 60 }, (_, index) => `the guard of ${index} doors`);
  const part = (asked: string) => partOf(list, String, asked);

  it("is all of it where no part is asked for", () => {
    expect(partOf(list, String, "")).to.deep.equal(list);
  });
  it("is with the other parts the whole, nothing twice, and none much longer than another", () => {
    const parts = ["1/3", "2/3", "3/3"].map(part);
    expect(parts.flat().toSorted()).to.deep.equal(list.toSorted());
    for (const each of parts) expect(each.length).to.be.within(12, 28);
  });
  it("stays the same where an entry comes in between", () => {
    expect(partOf(["a new guard", ...list], String, "1/3").filter((each) => list.includes(each))).to.deep.equal(
      part("1/3"),
    );
  });
  for (const wrong of ["0/3", "4/3", "third", "1/0", "1/3/3"])
    it(`is refused as ${wrong}`, () => expect(() => part(wrong)).to.throw("is no part: write it as 2/3."));
});
