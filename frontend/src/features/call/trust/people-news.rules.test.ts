import { expect } from "chai";
import { peopleNews } from "./people-news.rules.js";

const an = { userId: "an", name: "An Peeters", role: "clerk" } as const;
const els = { userId: "els", name: "Els", role: "citizen" } as const;

describe("news of who is in the call", () => {
  it("tells who came and who went, in this order", () => {
    expect(peopleNews([an], [els])).to.deep.equal([
      { what: "joined", person: els },
      { what: "left", person: an },
    ]);
  });
  it("is none when the same person comes back with another connection, or nothing changed", () => {
    expect(peopleNews([an], [{ ...an, name: "An" }])).to.deep.equal([]);
    expect(peopleNews([], [])).to.deep.equal([]);
  });
});
