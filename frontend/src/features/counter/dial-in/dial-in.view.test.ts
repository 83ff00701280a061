import type { DialInView } from "@balie/contract/dial-in";
import type { RosterPerson } from "@balie/contract/guests";
import { expect } from "chai";
import { inPairs, interpretersIn, openDialIns, peopleKey, withDialIn } from "./dial-in.view.js";

const at = (minute: number) => new Date(Date.UTC(2026, 10, 27, 9, minute)).toISOString();
const dialIn = (changes: Partial<DialInView> = {}): DialInView => ({
  ...{ id: "d1", role: "interpreter", name: "Ayşe Demir", language: "tr", state: "open" },
  ...{ askedAt: at(0), expiresAt: at(10), usedAt: null },
  ...changes,
});
const person = (changes: Partial<RosterPerson> = {}): RosterPerson => ({
  ...{ userId: "d1", role: "interpreter", name: "Ayşe Demir", counterName: null, relation: null, language: "tr" },
  ...{ isAnnounced: true, isSilenced: false, isByPhone: true, isAtDoor: false },
  ...changes,
});
const list = (...dialIns: DialInView[]) => ({ number: "+32 9 123 45 67", dialIns });
const ids = (some: readonly { id: string }[]) => some.map(({ id }) => id);

describe("who may dial in", () => {
  it("is listed until the PIN was used, withdrawn or its time is over", () => {
    const all = list(
      dialIn(),
      dialIn({ id: "d2", state: "used" }),
      dialIn({ id: "d3", state: "withdrawn" }),
      dialIn({ id: "d4", state: "expired" }),
    );
    expect(ids(openDialIns(all))).to.deep.equal(["d1"]);
  });
  it("is an interpreter who is in, when they dialled in; not one who was phoned, and no helper", () => {
    const all = list(dialIn({ state: "used" }), dialIn({ id: "d2", role: "helper", language: null, state: "used" }));
    const people = [person(), person({ userId: "c1" }), person({ userId: "d2", role: "helper", language: null })];
    expect(interpretersIn(all, people).map(({ userId }) => userId)).to.deep.equal(["d1"]);
    expect(interpretersIn(all, [])).to.deep.equal([]);
  });
  it("is put in its place as an action answered it, and after the others when it is new", () => {
    const both = list(dialIn(), dialIn({ id: "d2" }));
    expect(withDialIn(both, dialIn({ state: "withdrawn" })).dialIns.map(({ state }) => state)).to.deep.equal([
      "withdrawn",
      "open",
    ]);
    expect(ids(withDialIn(both, dialIn({ id: "d3" })).dialIns)).to.deep.equal(["d1", "d2", "d3"]);
  });
  it("is asked for anew when somebody comes, is let in, or goes", () => {
    const keys = [[], [person()], [person({ isAnnounced: false, isSilenced: false })]].map(peopleKey);
    expect(new Set(keys).size).to.equal(3);
  });
  it("has a PIN that is said in pairs", () => {
    expect(inPairs("01234567", " ")).to.equal("01 23 45 67");
    expect(inPairs("01234567", ", ")).to.equal("01, 23, 45, 67");
  });
});
