import { expect } from "chai";
import { addInterpreterInput, interpreterHours, phoneAddress } from "./interpreters.js";

describe("an interpreter's address", () => {
  const cases: [string, string | undefined][] = [
    ["+32470123456", "+32470123456"],
    ["+32 (0)470 12.34-56", "+32470123456"],
    ["0032 470/12 34 56", "+32470123456"],
    ["tel:+32-470-12-34-56", "+32470123456"],
    ["sip:tolk@bureau.example", "sip:tolk@bureau.example"],
    ["0470 12 34 56", undefined],
    ["32470123456", undefined],
    ["3,2470E+10", undefined],
    ["+0470123456", undefined],
    ["+32470123456;ext=1", undefined],
    ["sip:a b@bureau.example", undefined],
    ["sip:tolk@bureau.example;transport=tcp", undefined],
    ["tel:", undefined],
    ["", undefined],
  ];
  for (const [text, address] of cases)
    it(`“${text}” is ${address}`, () => expect(phoneAddress.safeParse(text).data).to.equal(address));
});

describe("an interpreter", () => {
  const input = {
    ...{ requestId: "8F14E45F-CEEA-467F-A9C2-1D2E3F4A5B6C", name: "Ayşe Demir", languages: ["tr", "ku", "tr"] },
    ...{ address: "+32470123456", agencyName: null, contractNumber: null, customerCode: "12*3#" },
    ...{ hours: [], awayFrom: null, awayUntil: null, rank: 100, isActive: true },
  };
  const faultsOf = (changes: object) =>
    addInterpreterInput.safeParse({ ...input, ...changes }).error?.issues.map(({ path }) => path.join(".")) ?? [];

  it("has each language, and each day of its hours, once", () => {
    expect(addInterpreterInput.parse(input).languages).to.deep.equal(["tr", "ku"]);
    const hours = { days: [3, 1, 3], from: "09:00", until: "24:00" };
    expect(interpreterHours.parse(hours).days).to.deep.equal([1, 3]);
  });
  it("comes back no earlier than they go away", () => {
    expect(faultsOf({ awayFrom: "2026-12-24", awayUntil: "2026-12-24" })).to.deep.equal([]);
    expect(faultsOf({ awayFrom: null, awayUntil: "2026-12-24" })).to.deep.equal([]);
    expect(faultsOf({ awayFrom: "2026-12-24", awayUntil: "2026-12-23" })).to.deep.equal(["awayUntil"]);
  });
  for (const [field, value] of Object.entries({
    name: "A\nB",
    languages: ["turks"],
    address: "0470123456",
    customerCode: "1234,5",
    awayFrom: "0000-01-01",
    rank: 0,
  }))
    it(`is refused for a wrong ${field}`, () => expect(faultsOf({ [field]: value })[0]).to.match(RegExp(`^${field}`)));
  it("has hours that end after they begin", () => {
    const isRight = (from: string, until: string) => interpreterHours.safeParse({ days: [1], from, until }).success;
    expect(isRight("09:00", "09:00")).to.equal(false);
    expect(isRight("22:00", "06:00")).to.equal(false);
    expect(isRight("00:00", "24:00")).to.equal(true);
    expect(isRight("9:00", "17:00")).to.equal(false);
  });
});
