import type { RosterPerson } from "@balie/contract/guests";
import { expect } from "chai";
import { interpreterNotices } from "./interpreters.rules.js";

const person = (changes: Partial<RosterPerson>): RosterPerson => ({
  userId: "c1",
  role: "citizen",
  name: "Saida",
  counterName: null,
  relation: null,
  language: null,
  isAnnounced: false,
  isSilenced: false,
  isByPhone: true,
  isAtDoor: false,
  ...changes,
});
const fatma = person({ userId: "i1", role: "interpreter", name: "Fatma Kaya", language: "tr" });
const ali = person({ userId: "i2", role: "interpreter", name: "Ali Demir", language: "tr", isAnnounced: true });
const citizen = { role: "citizen", hasBridge: true } as const;

describe("what a call tells of interpreters", () => {
  it("is nothing while there is none", () => expect(interpreterNotices([person({})], citizen)).to.deep.equal([]));

  it("says that one is rung, without a name, and once while several are tried for a language", () => {
    const other = { ...ali, userId: "i3", name: "Ayse Yilmaz" };
    expect(interpreterNotices([person({}), ali, other], citizen)).to.deep.equal([{ what: "rung", language: "tr" }]);
  });

  it("says who is in, and still that another is rung", () =>
    expect(interpreterNotices([fatma, { ...ali, language: "ar" }], citizen)).to.deep.equal([
      { what: "in", id: "i1", name: "Fatma Kaya", language: "tr" },
      { what: "rung", language: "ar" },
    ]));

  it("says that one is awaited by video, and then who interprets, also where there is no bridge", () => {
    const vera = person({ userId: "i4", role: "interpreter", name: "Vera", language: "vgt", isByPhone: false });
    for (const isAtDoor of [false, true])
      expect(interpreterNotices([{ ...vera, isAnnounced: true, isAtDoor }], citizen)).to.deep.equal([
        { what: "expected", language: "vgt" },
      ]);
    expect(interpreterNotices([vera], citizen)).to.deep.equal([
      { what: "seen", id: "i4", name: "Vera", language: "vgt" },
    ]);
    expect(interpreterNotices([vera], { ...citizen, hasBridge: false })[0]).to.include({ what: "seen" });
    expect(interpreterNotices([vera], { role: "interpreter", hasBridge: true })).to.deep.equal([]);
  });

  it("says that nobody hears them where there is no bridge", () =>
    expect(interpreterNotices([fatma], { ...citizen, hasBridge: false })).to.deep.equal([
      { what: "unheard", id: "i1", name: "Fatma Kaya", language: "tr" },
    ]));

  it("tells who leads only what is not to be heard: the rest stands beside the call", () => {
    expect(interpreterNotices([fatma, ali], { role: "clerk", hasBridge: true })).to.deep.equal([]);
    expect(interpreterNotices([fatma, ali], { role: "clerk", hasBridge: false })).to.have.length(1);
    expect(interpreterNotices([fatma, ali], { role: "colleague", hasBridge: true })).to.have.length(2);
  });

  it("tells before it is known how this person is in the call", () =>
    expect(interpreterNotices([ali], null)).to.deep.equal([{ what: "rung", language: "tr" }]));
});
