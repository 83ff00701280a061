import type { InterpreterView } from "@balie/contract/interpreters";
import { expect } from "chai";
import { awayOf, found, hoursText, inOrder, withInterpreter } from "./roster.view.js";

const one = (name: string, changes: Partial<InterpreterView> = {}): InterpreterView => ({
  ...{
    id: name,
    name,
    languages: ["tr"],
    address: "+32470123456",
    email: null,
    mailLanguage: "nl",
    agencyName: null,
    contractNumber: null,
  },
  ...{
    customerCode: null,
    hours: [],
    awayFrom: null,
    awayUntil: null,
    rank: 100,
    isActive: true,
    lastCalledAt: null,
    lastTest: null,
  },
  ...changes,
});
const names = (roster: readonly InterpreterView[]) => roster.map(({ name }) => name);

describe("the roster on the page", () => {
  it("stands as it is called, who is not active last", () => {
    const roster = [one("Zeno", { rank: 2 }), one("Bea"), one("Ada"), one("Eva", { rank: 1, isActive: false })];
    expect(names(inOrder(roster))).to.deep.equal(["Zeno", "Ada", "Bea", "Eva"]);
  });
  it("has a changed one in its place, and a new one at the end", () => {
    const roster = [one("Ada"), one("Bea")];
    expect(names(withInterpreter(roster, one("New", { id: "Ada" })))).to.deep.equal(["New", "Bea"]);
    expect(names(withInterpreter(roster, one("Cem")))).to.deep.equal(["Ada", "Bea", "Cem"]);
  });
  it("is searched by name, agency, number, and language by its name or code, each word somewhere", () => {
    const roster = [
      one("Ayşe Demir", { languages: ["tr", "ku"], agencyName: "Het Bureau" }),
      one("Jan Maes", { languages: ["vgt"], address: "sip:jan@bureau.example" }),
    ];
    const search = (text: string) => names(found(roster, text, "nl"));
    expect(search("")).to.have.lengthOf(2);
    expect(search("  BUREAU ")).to.have.lengthOf(2);
    expect(search("koerdisch demir")).to.deep.equal(["Ayşe Demir"]);
    expect(search("gebarentaal")).to.deep.equal(["Jan Maes"]);
    expect(search("vgt")).to.deep.equal(["Jan Maes"]);
    expect(search("koerdisch jan")).to.deep.equal([]);
  });
  it("tells hours with days in a row as first and last", () => {
    const text = (days: number[]) => hoursText({ days, from: "09:00", until: "24:00" }, "nl");
    expect(text([1, 2, 3, 4, 5])).to.equal("ma–vr 09:00–24:00");
    expect(text([1, 2, 4, 5, 6])).to.equal("ma di do–za 09:00–24:00");
    expect(text([7])).to.equal("zo 09:00–24:00");
  });
  it("tells days away until they are over", () => {
    const away = (awayFrom: string | null, awayUntil: string | null, today = "2026-12-25") =>
      awayOf({ awayFrom, awayUntil }, today, "nl");
    expect(away("2026-12-24", "2026-12-25")).to.deep.equal({
      ...{ key: "awayBetween", from: "24 december 2026", until: "25 december 2026" },
    });
    expect(away("2026-12-24", "2026-12-25", "2026-12-26")).to.equal(null);
    expect(away("2027-01-01", null)?.key).to.equal("awayFromOn");
    expect(away(null, "2026-12-25")?.key).to.equal("awayUntilEnd");
    expect(away(null, null)).to.equal(null);
  });
});
