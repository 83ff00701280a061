import { expect } from "chai";
import fc from "fast-check";
import { answerByOf, isAtWorkThroughout, isLongOver, mayAnswer } from "./reservation.rules.js";

const now = new Date("2026-11-23T09:00:00Z");
const minute = 60_000;
const after = (minutes: number) => new Date(now.getTime() + minutes * minute);

describe("the rules of a reservation", () => {
  it("an answer is wanted within a day, and always leaves as much time for a next one", () => {
    expect(answerByOf(after(3 * 24 * 60), now)).to.deep.equal(after(24 * 60));
    expect(answerByOf(after(60), now)).to.deep.equal(after(30));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (minutes) => {
        const startsAt = after(minutes);
        const answerBy = answerByOf(startsAt, now).getTime();
        return (
          answerBy > now.getTime() &&
          startsAt.getTime() - answerBy >= answerBy - now.getTime() &&
          answerBy <= after(24 * 60).getTime()
        );
      }),
    );
  });
  it("only who is still wanted answers, until the start", () => {
    const startsAt = after(60);
    for (const state of ["asked", "confirmed"] as const) {
      expect(mayAnswer({ state, startsAt }, after(59))).to.equal(true);
      expect(mayAnswer({ state, startsAt }, startsAt)).to.equal(false);
    }
    for (const state of ["declined", "lapsed", "withdrawn"] as const)
      expect(mayAnswer({ state, startsAt }, now)).to.equal(false);
  });
  it("who leaves work during the appointment can't be kept for it; who leaves at its end can", () => {
    const hours = (until: string) => ({
      hours: [{ days: [1], from: "09:00", until }],
      awayFrom: null,
      awayUntil: null,
    });
    const time = { startsAt: after(0), endsAt: after(30) };
    const can = (until: string) => isAtWorkThroughout(hours(until), time, "Europe/Brussels");
    expect([can("10:29"), can("10:30"), can("09:59")]).to.deep.equal([false, true, false]);
  });
  it("a link tells nothing from a week after the end on", () => {
    const endsAt = after(0);
    expect([isLongOver({ endsAt }, after(7 * 24 * 60 - 1)), isLongOver({ endsAt }, after(7 * 24 * 60))]).to.deep.equal([
      false,
      true,
    ]);
  });
});
