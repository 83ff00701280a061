import type { InterpreterHours } from "@balie/contract/interpreters";
import { expect } from "chai";
import fc from "fast-check";
import { DateTime } from "luxon";
import { isAtWork } from "./interpreter.rules.js";

const zone = "Europe/Brussels";
const office: InterpreterHours = { days: [1, 2, 3, 4, 5], from: "09:00", until: "17:30" };
const never = { awayFrom: null, awayUntil: null };
/** A time on the clock of Brussels. */
const local = (time: string) => DateTime.fromISO(time, { zone }).toJSDate();
const utc = (time: string) => new Date(`${time}Z`);

describe("an interpreter's hours", () => {
  const isIn = (hours: InterpreterHours[], at: Date, timeZone = zone) => isAtWork({ hours, ...never }, at, timeZone);
  const monday = "2026-11-23";

  it("begin with their first minute and are over with their last", () => {
    expect(isIn([office], local(`${monday}T08:59:59.999`))).to.equal(false);
    expect(isIn([office], local(`${monday}T09:00`))).to.equal(true);
    expect(isIn([office], local(`${monday}T17:29:59.999`))).to.equal(true);
    expect(isIn([office], local(`${monday}T17:30`))).to.equal(false);
  });
  it("are of the days that are named", () => {
    expect(isIn([office], local("2026-11-27T10:00"))).to.equal(true);
    expect(isIn([office], local("2026-11-28T10:00"))).to.equal(false);
    expect(isIn([{ ...office, days: [7] }], local("2026-11-29T10:00"))).to.equal(true);
  });
  it("may have a pause", () => {
    const hours = [
      { days: [1], from: "09:00", until: "12:00" },
      { days: [1], from: "13:00", until: "17:00" },
    ];
    expect(isIn(hours, local(`${monday}T12:30`))).to.equal(false);
    expect(isIn(hours, local(`${monday}T13:00`))).to.equal(true);
  });
  it("end at midnight with 24:00, and go on after it only as a stretch of the next day", () => {
    const late = { days: [1], from: "22:00", until: "24:00" };
    const early = { days: [2], from: "00:00", until: "06:00" };
    expect(isIn([late], local(`${monday}T23:59:59.999`))).to.equal(true);
    expect(isIn([late], local("2026-11-24T00:00"))).to.equal(false);
    expect(isIn([late, early], local("2026-11-24T00:00"))).to.equal(true);
    expect(isIn([early], local(`${monday}T00:00`))).to.equal(false);
  });
  it("are any hour when there are none", () => expect(isIn([], local("2026-11-29T03:00"))).to.equal(true));
  it("are on the municipality's clock, on both sides of a clock change", () => {
    expect(isIn([office], utc("2026-10-23T07:00"))).to.equal(true);
    expect(isIn([office], utc("2026-10-26T07:00"))).to.equal(false);
    expect(isIn([office], utc("2026-10-26T08:00"))).to.equal(true);
    expect(isIn([office], utc("2026-11-23T22:00"), "Pacific/Auckland")).to.equal(true);
  });
  it("never come in the hour that is skipped in spring, and come twice in the one that is repeated in autumn", () => {
    const night = { days: [7], from: "02:00", until: "03:00" };
    for (const time of ["00:30", "01:00", "01:30"]) expect(isIn([night], utc(`2027-03-28T${time}`))).to.equal(false);
    for (const time of ["00:30", "01:30"]) expect(isIn([night], utc(`2026-10-25T${time}`))).to.equal(true);
    expect(isIn([night], utc("2026-10-25T02:00"))).to.equal(false);
  });
  it("leave no minute of the week out when they are all of it", () => {
    const always = [{ days: [1, 2, 3, 4, 5, 6, 7], from: "00:00", until: "24:00" }];
    const time = fc.date({ min: utc("2026-01-01T00:00"), max: utc("2030-01-01T00:00"), noInvalidDate: true });
    fc.assert(fc.property(time, (at) => isIn(always, at)));
  });
});

describe("an interpreter's days away", () => {
  const isThere = (awayFrom: string | null, awayUntil: string | null, at: Date) =>
    isAtWork({ hours: [], awayFrom, awayUntil }, at, zone);

  it("are whole days of the municipality, the first and the last included", () => {
    const from = (time: string) => isThere("2026-12-24", "2026-12-27", local(time));
    expect(from("2026-12-23T23:59:59.999")).to.equal(true);
    expect(from("2026-12-24T00:00")).to.equal(false);
    expect(from("2026-12-27T23:59:59.999")).to.equal(false);
    expect(from("2026-12-28T00:00")).to.equal(true);
  });
  it("may be one day, and one that the clock makes longer", () => {
    expect(isThere("2026-10-25", "2026-10-25", local("2026-10-25T23:59"))).to.equal(false);
    expect(isThere("2026-10-25", "2026-10-25", local("2026-10-26T00:00"))).to.equal(true);
  });
  it("last until further notice without a last day, and have begun without a first", () => {
    expect(isThere("2026-12-24", null, local("2029-01-01T12:00"))).to.equal(false);
    expect(isThere("2026-12-24", null, local("2026-12-23T12:00"))).to.equal(true);
    expect(isThere(null, "2026-12-24", local("2026-01-01T12:00"))).to.equal(false);
    expect(isThere(null, "2026-12-24", local("2026-12-25T12:00"))).to.equal(true);
    expect(isThere(null, null, local("2026-12-24T12:00"))).to.equal(true);
  });
  it("come before the hours", () => {
    const away = { hours: [office], awayFrom: "2026-11-23", awayUntil: "2026-11-23" };
    expect(isAtWork(away, local("2026-11-23T10:00"), zone)).to.equal(false);
    expect(isAtWork(away, local("2026-11-24T10:00"), zone)).to.equal(true);
  });
});
