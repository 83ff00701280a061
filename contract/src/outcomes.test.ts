import { expect } from "chai";
import { askHandoverInput } from "./handovers.js";
import { recordOutcomeInput } from "./outcomes.js";
import { answerSurveyInput } from "./surveys.js";

const linksOf = (links: readonly string[]) =>
  recordOutcomeInput.safeParse({
    meetingId: "0197f0c4-0000-7000-8000-000000000000",
    result: "helped",
    product: "",
    note: "",
    message: "",
    links,
  }).data?.links;

describe("the links of an outcome", () => {
  it("are web addresses", () => {
    expect(linksOf(["https://zalen.example.org/boek?a=1&b=2", "http://example.org"])).to.deep.equal([
      "https://zalen.example.org/boek?a=1&b=2",
      "http://example.org/",
    ]);
    for (const link of ["javascript:alert(1)", "data:text/html,x", "mailto:els@example.org", "zalen.example.org", ""])
      expect(linksOf([link]), link).to.equal(undefined);
  });

  it("never hide where they lead behind a name", () => {
    expect(linksOf(["https://gemeente.be@evil.example/"])).to.equal(undefined);
    expect(linksOf(["https://:geheim@evil.example/"])).to.equal(undefined);
  });

  it("bring nothing else along into the mail", () => {
    expect(linksOf(["https://a.be/\nBel nu 0900 12 34"])?.[0]).to.not.match(/[\s<>"]/);
    expect(linksOf(['https://a.be/"><script>'])?.[0]).to.not.match(/[\s<>"]/);
  });

  it("are twenty at most, and not endless", () => {
    const many = Array.from({ length: 21 }, (_, index) => `https://a.be/${index}`);
    expect(linksOf(many.slice(1))).to.have.length(20);
    expect(linksOf(many)).to.equal(undefined);
    expect(linksOf([`https://a.be/${"x".repeat(2000)}`])).to.equal(undefined);
    expect(linksOf([`https://a.be/${"é".repeat(700)}`])).to.equal(undefined);
  });
});

describe("a text of several lines", () => {
  const id = "0197f0c4-0000-7000-8000-000000000000";
  const outcome = { meetingId: id, result: "helped", product: "", note: "", message: "", links: [] };
  const takes = (text: string) => [
    recordOutcomeInput.safeParse({ ...outcome, product: text, note: text, message: text }).success,
    answerSurveyInput.safeParse({ ease: 1, wasHelped: "no", comment: text }).success,
    askHandoverInput.safeParse({ meetingId: id, clerkId: id, note: text }).success,
  ];
  it("is taken with its lines", () => expect(takes("één\n\ttwee")).to.deep.equal([true, true, true]));
  it("is refused with what PostgreSQL does not keep", () =>
    expect(takes("een\u0000twee")).to.deep.equal([false, false, false]));
});
