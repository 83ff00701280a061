import { expect } from "chai";
import { placeOutside } from "./caller.rules.js";

const at = (time: string) => new Date(`2026-11-27T${time}Z`);
const appointment = { status: "booked" as const, startsAt: at("10:00:00"), endsAt: at("10:15:00") };
const place = (time: string, changes: Partial<Parameters<typeof placeOutside>[0]> = {}) =>
  placeOutside({ appointment, meeting: { status: "planned" }, arrival: null, ...changes }, at(time));

describe("a caller", () => {
  it("waits from half an hour before the start to an hour after the end, to the second", () => {
    expect(["09:29:59", "09:30:00", "11:14:59", "11:15:00"].map((time) => place(time))).to.deep.equal([
      ...["too_early", null, null, "over"],
    ]);
  });
  it("comes back for as long as the meeting is in progress", () => {
    expect(place("13:00:00", { meeting: { status: "in_progress" }, arrival: { state: "admitted" } })).to.equal(null);
  });
  it("is told what became of it", () => {
    expect(place("10:00:00", { meeting: { status: "ended" } })).to.equal("ended");
    expect(place("10:00:00", { appointment: { ...appointment, status: "cancelled_by_citizen" } })).to.equal(
      "cancelled",
    );
    for (const [state, said] of [
      ["removed", "removed"],
      ["replaced", "elsewhere"],
    ] as const)
      expect(place("10:00:00", { meeting: { status: "in_progress" }, arrival: { state } })).to.equal(said);
  });
});
