import { expect } from "chai";
import { linksIn, partsOf, webAddress } from "./message.rules.js";

describe("links in a message", () => {
  it("are cut out, without the sentence's own punctuation", () =>
    expect(partsOf("Zie https://zalen.example.org/boek?x=1, tot straks.")).to.deep.equal([
      { text: "Zie ", href: null },
      { text: "https://zalen.example.org/boek?x=1", href: "https://zalen.example.org/boek?x=1" },
      { text: ", tot straks.", href: null },
    ]));

  it("are http and https only", () => {
    for (const text of ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "www.example.org", "http://"])
      expect(partsOf(text)).to.deep.equal([{ text, href: null }]);
  });

  it("never hide where they lead behind a name", () =>
    expect(webAddress("https://gemeente.be@evil.example/")).to.equal(null));

  it("keep markup as text", () =>
    expect(partsOf("<img src=x onerror=alert(1)>")).to.deep.equal([
      { text: "<img src=x onerror=alert(1)>", href: null },
    ]));

  it("are collected once each, in order", () =>
    expect(
      linksIn([{ text: "https://a.be/ en https://b.be/" }, { text: "https://a.be/" }]).map(({ url }) => url),
    ).to.deep.equal(["https://a.be/", "https://b.be/"]));

  it("show where they lead, even with marks that turn text around", () => {
    const [part] = partsOf("https://evil.example/\u202Eeb.etneemeg");
    expect(part?.text).to.equal("https://evil.example/%E2%80%AEeb.etneemeg").and.equal(part?.href);
  });

  it("are no longer than a mail takes", () => {
    expect(webAddress(`https://a.be/${"é".repeat(400)}`)).to.equal(null);
    expect(webAddress(`https://a.be/${"e".repeat(1900)}`)).to.be.a("string");
  });
});
