import { expect } from "chai";
import fc from "fast-check";
import { DateTime } from "luxon";
import {
  daysFrom,
  freeSeat,
  offerOfDay,
  slotStartingAt,
  slotsOfDay,
  type Taken,
  type Timetable,
} from "./slot.rules.js";

const at = (iso: string) => new Date(iso);
const weekdays = [1, 2, 3, 4, 5];
const timetable: Timetable = {
  timeZone: "Europe/Brussels",
  hours: weekdays.map((weekday) => ({ weekday, opensMinute: 9 * 60, closesMinute: 12 * 60 })),
  closures: [],
  capacity: 2,
  slotMinutes: 15,
  noticeMinutes: 60,
  horizonDays: 30,
  durationMinutes: 30,
  bufferMinutes: 0,
};
const dayAndNight: Timetable = {
  ...timetable,
  hours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opensMinute: 0, closesMinute: 1440 })),
};
const localStarts = (slots: { startsAt: Date }[]) =>
  slots.map(({ startsAt }) => DateTime.fromJSDate(startsAt, { zone: "Europe/Brussels" }).toFormat("HH:mm"));

describe("a day's slots", () => {
  const monday = slotsOfDay("2026-11-23", timetable);
  it("start on the grid and end before closing time", () => {
    expect(localStarts(monday).at(0)).to.equal("09:00");
    expect(localStarts(monday).at(-1)).to.equal("11:30");
    expect(monday).to.have.length(11);
  });
  it("keep their wall-clock time on both sides of a clock change", () => {
    expect(slotsOfDay("2026-10-23", timetable)[0]!.startsAt.toISOString()).to.equal("2026-10-23T07:00:00.000Z");
    expect(slotsOfDay("2026-10-26", timetable)[0]!.startsAt.toISOString()).to.equal("2026-10-26T08:00:00.000Z");
  });
  it("leave out the hour that the clock skips in spring", () => {
    const starts = localStarts(slotsOfDay("2027-03-28", dayAndNight));
    expect(starts).to.include("01:45").and.to.include("03:00");
    expect(starts.filter((start) => start.startsWith("02"))).to.deep.equal([]);
  });
  it("offer the hour that comes twice in autumn once", () => {
    const starts = localStarts(slotsOfDay("2026-10-25", dayAndNight));
    expect(starts.filter((start) => start === "02:30")).to.have.length(1);
  });
});

describe("a day offers nothing, and says why", () => {
  const now = at("2026-11-23T07:00:00Z");
  const why = (date: string, changes: Partial<Timetable> = {}, taken: Taken[] = []) =>
    offerOfDay(date, { ...timetable, ...changes }, taken, now).withoutSlots;
  it("on a weekday without hours", () => expect(why("2026-11-28")).to.equal("closed"));
  it("in a closure", () =>
    expect(why("2026-11-24", { closures: [{ startsOn: "2026-11-24", endsOn: "2026-11-24" }] })).to.equal("closure"));
  it("in the past", () => expect(why("2026-11-20")).to.equal("too_soon"));
  it("within the notice", () => expect(why("2026-11-23", { noticeMinutes: 6 * 60 })).to.equal("too_soon"));
  it("beyond the horizon", () => expect(why("2026-12-23")).to.equal("beyond_horizon"));
  it("on the horizon's last day it still offers", () => expect(why("2026-12-22")).to.equal(null));
  it("when every seat is taken", () => {
    const whole = [1, 2].map((seat) => ({ seat, from: at("2026-11-24T08:00:00Z"), until: at("2026-11-24T11:00:00Z") }));
    expect(why("2026-11-24", {}, whole)).to.equal("full");
  });
});

describe("a seat", () => {
  const slot = { startsAt: at("2026-11-24T08:00:00Z"), seatFreeAt: at("2026-11-24T08:30:00Z") };
  it("must be free throughout: two half-taken seats are none", () => {
    const halves = [
      { seat: 1, from: at("2026-11-24T08:00:00Z"), until: at("2026-11-24T08:15:00Z") },
      { seat: 2, from: at("2026-11-24T08:15:00Z"), until: at("2026-11-24T08:30:00Z") },
    ];
    expect(freeSeat(slot, halves, 2)).to.equal(null);
    expect(freeSeat(slot, halves, 3)).to.equal(3);
  });
  it("is free for the next the moment it ends, buffer included", () => {
    const before = { seat: 1, from: at("2026-11-24T07:30:00Z"), until: slot.startsAt };
    expect(freeSeat(slot, [before], 1)).to.equal(1);
  });
  it("is not free as long as seats beyond a lowered capacity make up for it", () => {
    const beyond = { seat: 2, from: slot.startsAt, until: slot.seatFreeAt };
    expect(freeSeat(slot, [beyond], 1)).to.equal(null);
    expect(freeSeat(slot, [beyond], 2)).to.equal(1);
  });
  it("is never given to two whose times overlap", () => {
    const time = fc.integer({ min: 0, max: 96 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(time, fc.integer({ min: 1, max: 8 })), { maxLength: 40 }),
        fc.integer({ min: 1, max: 4 }),
        (wishes, capacity) => {
          const taken: Taken[] = [];
          for (const [start, length] of wishes) {
            const wish = { startsAt: new Date(start * 900_000), seatFreeAt: new Date((start + length) * 900_000) };
            const seat = freeSeat(wish, taken, capacity);
            if (seat !== null) taken.push({ seat, from: wish.startsAt, until: wish.seatFreeAt });
          }
          const overlapping = taken.some((a, i) =>
            taken.some((b, j) => i < j && a.seat === b.seat && a.from < b.until && b.from < a.until),
          );
          expect(overlapping).to.equal(false);
        },
      ),
    );
  });
});

describe("a start time that is asked for", () => {
  const now = at("2026-11-23T07:00:00Z");
  it("is offered when it is on the grid", () =>
    expect(slotStartingAt(at("2026-11-24T08:15:00Z"), timetable, now)?.endsAt.toISOString()).to.equal(
      "2026-11-24T08:45:00.000Z",
    ));
  for (const [why, iso] of [
    ["off the grid", "2026-11-24T08:07:00Z"],
    ["before opening", "2026-11-24T07:45:00Z"],
    ["too long for the closing time", "2026-11-24T10:45:00Z"],
    ["within the notice", "2026-11-23T07:45:00Z"],
    ["beyond the horizon", "2027-02-01T08:00:00Z"],
  ] as const)
    it(`is not when it is ${why}`, () => expect(slotStartingAt(at(iso), timetable, now)).to.equal(null));
});

describe("a start time and the day's list", () => {
  const startOf = (date: string, zone: string) => DateTime.fromISO(date, { zone }).toMillis();
  const zones = ["Europe/Brussels", "America/Havana", "Asia/Beirut", "Australia/Lord_Howe"];
  it("say the same of every quarter, also where the clock changes", () => {
    for (const timeZone of zones)
      for (const date of ["2026-03-28", "2026-03-29", "2026-10-03", "2026-10-04", "2026-10-25", "2026-11-01"]) {
        const offer = { ...dayAndNight, timeZone, horizonDays: 400, noticeMinutes: 0 };
        const listed = slotsOfDay(date, offer).map(({ startsAt }) => startsAt.getTime());
        const quarters = Array.from(
          { length: 26 * 4 },
          (_, quarter) => new Date(startOf(date, timeZone) + quarter * 900_000),
        );
        const asked = quarters
          .filter((time) => DateTime.fromJSDate(time, { zone: timeZone }).toISODate() === date)
          .filter((time) => slotStartingAt(time, offer, at("2026-01-01T00:00:00Z")));
        expect(asked.map(Number), `${timeZone} ${date}`).to.deep.equal(listed);
      }
  });
});

describe("days from a date", () => {
  it("cross a month and a clock change", () =>
    expect(daysFrom("2026-10-24", 3)).to.deep.equal(["2026-10-24", "2026-10-25", "2026-10-26"]));
});
