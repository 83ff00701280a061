import { expect } from "chai";
import { addDays, dateIn, formatDay, formatOwnTime, formatTime, formatUntil } from "./time.js";

const at = "2026-11-24T13:00:00.000Z";
const brussels = "Europe/Brussels";

describe("a moment", () => {
  it("is written in the municipality's time zone, in the reader's language", () => {
    expect(formatTime(at, "nl", brussels)).to.equal("14:00");
    expect(formatDay(at, "nl", brussels)).to.equal("dinsdag 24 november 2026");
    expect(formatDay(at, "fr", brussels)).to.equal("mardi 24 novembre 2026");
  });

  it("is told by the reader's own clock only where that differs", () => {
    expect(formatOwnTime(at, "nl", brussels, "Europe/Paris")).to.equal(null);
    expect(formatOwnTime(at, "nl", brussels, "Europe/London")).to.equal("13:00");
    expect(formatOwnTime("2026-11-24T23:30:00Z", "nl", brussels, "Europe/London")).to.equal("dinsdag 23:30");
  });

  it("is so many minutes, hours or calendar days away", () => {
    const until = (now: string) => formatUntil(at, Date.parse(now), "nl", brussels);
    expect(until("2026-11-24T12:40:00Z")).to.equal("over 20 minuten");
    expect(until("2026-11-24T12:59:30Z")).to.equal("over 1 minuut");
    expect(until("2026-11-24T09:00:00Z")).to.equal("over 4 uur");
    expect(until("2026-11-23T12:00:00Z")).to.equal("morgen");
    expect(until("2026-11-21T20:00:00Z")).to.equal("over 3 dagen");
  });
});

describe("a calendar day", () => {
  it("is that of the time zone, and goes on over the change of the clock", () => {
    expect(dateIn("2026-11-23T23:30:00Z", brussels)).to.equal("2026-11-24");
    expect(addDays("2026-10-24", 2)).to.equal("2026-10-26");
    expect(addDays("2026-12-31", 1)).to.equal("2027-01-01");
  });
});
