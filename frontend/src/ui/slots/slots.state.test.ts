import type { SlotDay, SlotList } from "@balie/contract/services";
import { expect } from "chai";
import { addDays } from "../../platform/time.js";
import { earlierFrom, laterFrom, openDay, partsOfDay } from "./slots.state.js";

const now = Date.parse("2026-11-23T09:00:00Z");
const slotAt = (startsAt: string) => ({ startsAt, endsAt: startsAt });
const week = (
  first: string,
  filled: Record<string, string[]> = {},
  nextDate: string | null = "2026-12-24",
): SlotList => ({
  timeZone: "Europe/Brussels",
  nextDate,
  days: Array.from({ length: 7 }, (_, index): SlotDay => {
    const date = addDays(first, index);
    const slots = (filled[date] ?? []).map((time) => slotAt(`${date}T${time}:00.000Z`));
    return { date, slots, withoutSlots: slots.length > 0 ? null : "full" };
  }),
});

describe("the period shown", () => {
  it("goes back to today at the earliest", () => {
    expect(earlierFrom(week("2026-11-23"), now)).to.equal(null);
    expect(earlierFrom(week("2026-11-25"), now)).to.equal("2026-11-23");
    expect(earlierFrom(week("2026-12-07"), now)).to.equal("2026-11-30");
  });

  it("takes today in the municipality's time zone", () => {
    const lateEvening = Date.parse("2026-11-22T23:30:00Z");
    expect(earlierFrom(week("2026-11-23"), lateEvening)).to.equal(null);
  });

  it("goes on until nothing can be booked any more", () => {
    expect(laterFrom(week("2026-11-23"))).to.equal("2026-11-30");
    const last = week("2026-11-23", {}, null);
    const beyond = { ...last, days: last.days.map((day) => ({ ...day, withoutSlots: "beyond_horizon" as const })) };
    expect(laterFrom(beyond)).to.equal(null);
  });
});

describe("the open day", () => {
  const list = week("2026-11-23", { "2026-11-24": ["08:00"], "2026-11-26": ["08:00", "23:30"] });

  it("is the first with a time, unless another was chosen", () => {
    expect(openDay(list, null, null)?.date).to.equal("2026-11-24");
    expect(openDay(list, "2026-11-26", null)?.date).to.equal("2026-11-26");
    expect(openDay(list, "2026-11-25", null)?.date).to.equal("2026-11-24");
    expect(openDay(week("2026-11-23"), null, null)).to.equal(null);
  });

  it("is that of the chosen time", () => {
    expect(openDay(list, null, slotAt("2026-11-26T08:00:00.000Z"))?.date).to.equal("2026-11-26");
  });
});

describe("the parts of the day", () => {
  it("are told by the municipality's clock, and left out when empty", () => {
    const slots = ["2026-11-24T10:59:00Z", "2026-11-24T11:00:00Z", "2026-11-24T17:00:00Z"].map(slotAt);
    const parts = partsOfDay(slots, "Europe/Brussels").map(([part, within]) => [part, within.length]);
    expect(parts).to.deep.equal([
      ["morning", 1],
      ["afternoon", 1],
      ["evening", 1],
    ]);
    expect(partsOfDay(slots.slice(0, 1), "Europe/Brussels").map(([part]) => part)).to.deep.equal(["morning"]);
  });
});
