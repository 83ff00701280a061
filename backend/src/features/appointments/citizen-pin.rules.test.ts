import { expect } from "chai";
import { isPinKnown } from "./citizen-pin.rules.js";

const at = (time: string) => new Date(`2026-11-27T${time}Z`);
const appointment = { startsAt: at("10:00:00"), endsAt: at("10:15:00") };

describe("a citizen's PIN", () => {
  it("is known from two hours before the start until the waiting room closes, an hour after the end", () => {
    const known = ["07:59:59", "08:00:00", "11:14:59", "11:15:00"].map((time) =>
      isPinKnown(appointment, false, at(time)),
    );
    expect(known).to.deep.equal([false, true, true, false]);
  });
  it("is known for as long as the meeting is in progress", () => {
    expect(isPinKnown(appointment, true, at("13:00:00"))).to.equal(true);
  });
});
