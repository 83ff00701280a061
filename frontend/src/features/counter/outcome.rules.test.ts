import { expect } from "chai";
import { linksToMail, readLinks, withSentence } from "./outcome.rules.js";

describe("the links of a follow-up mail", () => {
  it("are those that were ticked and those that were added, each once", () =>
    expect(linksToMail(["https://a.be/", "https://b.be/"], ["https://b.be/", "https://c.be/"])).to.deep.equal([
      "https://a.be/",
      "https://b.be/",
      "https://c.be/",
    ]));

  it("are added one per line, and what is no web address is named", () =>
    expect(readLinks("https://a.be\n\njavascript:alert(1)")).to.deep.equal({
      links: ["https://a.be/"],
      wrong: "javascript:alert(1)",
    }));
});

describe("a note made during the call", () => {
  it("says each sentence once, on a line of its own", () => {
    expect(withSentence("", "Er was geen tolk.")).to.equal("Er was geen tolk.");
    expect(withSentence("Er was geen tolk.", "Bel terug.")).to.equal("Er was geen tolk.\nBel terug.");
    expect(withSentence("Er was geen tolk.\nBel terug.", "Er was geen tolk.")).to.equal(
      "Er was geen tolk.\nBel terug.",
    );
  });
});
