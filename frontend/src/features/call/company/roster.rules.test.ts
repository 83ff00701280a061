import type { Roster } from "@balie/contract/guests";
import { expect } from "chai";
import { byRoster, hasMediaWith, hasNoMedia, isByPhone, isInWritingOnly, isUnheard, whoIsIn } from "./roster.rules.js";

const known = { userId: "u1", role: "colleague", name: "Jan", counterName: null, relation: null, isAnnounced: false };
const roster = [known] as unknown as Roster;
const person = { id: "nick", userId: "u1", name: "Burgemeester", role: "clerk" } as const;

describe("who is who in a call", () => {
  it("is the backend's word, whatever was said in the room", () => {
    expect(byRoster(person, roster)).to.include({ id: "nick", name: "Jan", role: "colleague" });
    expect(byRoster({ ...person, userId: "u2" }, roster)).to.include({ name: "Burgemeester", role: "clerk" });
  });

  it("leaves out whose telephone still rings, and keeps them out when nobody answered", () => {
    const ringing = [{ ...known, role: "interpreter", language: "tr", isAnnounced: true }] as unknown as Roster;
    const rung = byRoster(person, ringing);
    expect(whoIsIn([rung])).to.deep.equal([]);
    expect(whoIsIn([byRoster(rung, [])])).to.deep.equal([]);
    const answered = byRoster(rung, [{ ...ringing[0]!, isAnnounced: false }]);
    expect(whoIsIn([answered])).to.deep.equal([answered]);
    expect(answered).to.include({ role: "interpreter", language: "tr" });
    const silenced = [{ ...ringing[0]!, isSilenced: true }];
    expect(byRoster(answered, silenced)).to.include({ isSilenced: true });
    expect(byRoster(byRoster(answered, silenced), [{ ...silenced[0]!, isSilenced: false }])).to.include({
      isSilenced: false,
    });
  });

  it("is not heard and does not write, by telephone where there is no bridge", () => {
    const clerk = { role: "clerk", hasBridge: false } as const;
    expect(isUnheard(clerk, { role: "interpreter" })).to.equal(true);
    expect(isInWritingOnly(clerk, { role: "interpreter" })).to.equal(false);
    expect(hasMediaWith(clerk, [{ role: "interpreter" }])).to.equal(false);
    expect(isUnheard({ ...clerk, hasBridge: true }, { role: "interpreter" })).to.equal(false);
  });

  it("has only a voice when they dialled in, whoever they are, by the backend's word", () => {
    const citizen = { ...person, role: "citizen" } as const;
    const dialledIn = [{ ...known, role: "citizen", isByPhone: true }] as unknown as Roster;
    expect([isByPhone(citizen), isByPhone(byRoster(citizen, dialledIn))]).to.deep.equal([false, true]);
    expect(isByPhone({ role: "interpreter" })).to.equal(true);
    const helper = { role: "helper", isByPhone: true } as const;
    expect(isInWritingOnly({ role: "clerk", hasBridge: false }, helper)).to.equal(false);
  });

  it("decides who sees whom where there is no bridge: clerk and citizen each other, and nobody else", () => {
    const writes = (role: "clerk" | "citizen" | "helper" | "colleague", other: typeof role) =>
      isInWritingOnly({ role, hasBridge: false }, { role: other });
    expect([writes("clerk", "citizen"), writes("citizen", "clerk")]).to.deep.equal([false, false]);
    for (const role of ["clerk", "citizen"] as const)
      expect([writes(role, "helper"), writes("colleague", role)]).to.deep.equal([true, true]);
    expect([writes("helper", "colleague"), writes("colleague", "colleague")]).to.deep.equal([true, true]);
  });

  it("tells of devices and the line only who has picture and sound with somebody", () => {
    const clerk = { role: "clerk", hasBridge: false } as const;
    expect(hasMediaWith(clerk, [])).to.equal(false);
    expect(hasMediaWith(clerk, [{ role: "colleague" }])).to.equal(false);
    expect(hasMediaWith(clerk, [{ role: "colleague" }, { role: "citizen" }])).to.equal(true);
    expect(hasMediaWith({ role: "helper", hasBridge: true }, [{ role: "citizen" }])).to.equal(true);
    expect(hasNoMedia({ role: "helper", hasBridge: false })).to.equal(true);
    for (const standing of [null, clerk, { role: "helper", hasBridge: true } as const])
      expect(hasNoMedia(standing)).to.equal(false);
  });

  it("sees, hears and reads an interpreter by video as every guest: only writing where there is no bridge", () => {
    const vera = { role: "interpreter", isByPhone: false } as const;
    expect(isInWritingOnly({ role: "citizen", hasBridge: false }, vera)).to.equal(true);
    expect(isInWritingOnly({ role: "citizen", hasBridge: true }, vera)).to.equal(false);
    expect([isByPhone(vera), isByPhone({ role: "interpreter" })]).to.deep.equal([false, true]);
    expect(hasNoMedia({ role: "interpreter", hasBridge: false })).to.equal(true);
  });

  it("sees everybody where there is a bridge", () =>
    expect(isInWritingOnly({ role: "helper", hasBridge: true }, { role: "citizen" })).to.equal(false));
});
