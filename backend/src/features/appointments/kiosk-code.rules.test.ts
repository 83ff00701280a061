import { expect } from "chai";
import fc from "fast-check";
import { newToken } from "../../platform/tokens.js";
import { hashKioskCode, kioskCodeOf } from "./kiosk-code.js";
import { opensAtKiosk, readKioskCode } from "./kiosk-code.rules.js";

describe("a kiosk code", () => {
  const codes = Array.from({ length: 4000 }, () => kioskCodeOf(newToken()));

  it("is eight signs without look-alikes, and each of the 28 comes about as often as the others", () => {
    const counts = new Map<string, number>();
    for (const code of codes) {
      expect(code).to.match(/^[2-9AC-HJ-NP-RTVWXY]{4}-[2-9AC-HJ-NP-RTVWXY]{4}$/);
      for (const sign of code.replace("-", "")) counts.set(sign, (counts.get(sign) ?? 0) + 1);
    }
    expect(counts.size).to.equal(28);
    const expected = (codes.length * 8) / 28;
    // Five standard deviations.
    for (const [sign, count] of counts) expect(count, sign).to.be.closeTo(expected, 5 * Math.sqrt(expected));
  });
  it("is the same for the same link, and another for another", () => {
    const token = newToken();
    expect(kioskCodeOf(token)).to.equal(kioskCodeOf(token));
    expect(new Set(codes).size).to.equal(codes.length);
  });
  it("is read however it is typed: small, with spaces or without, a look-alike for its likeness", () => {
    for (const code of codes.slice(0, 200)) {
      const typed = code.toLowerCase().replace("-", " ");
      expect(readKioskCode(` ${typed} `)).to.equal(code);
      const seen = code.replace(/2/g, "z").replace(/5/g, "S").replace(/8/g, "b").replace(/V/g, "u");
      expect(readKioskCode(seen.replace("-", ""))).to.equal(code);
    }
  });
  it("is nothing else: no other length, no other sign, and no fault whatever is typed", () => {
    for (const typed of ["", "ACDE-FGH", "ACDE-FGHJK", "ACDE-FGH0", "ACDE-FGHI", "ACDE/FGHJ", "١٢٣٤٥٦٧٨"])
      expect(readKioskCode(typed), typed).to.equal(null);
    fc.assert(fc.property(fc.string(), (typed) => [null, 9].includes(readKioskCode(typed)?.length ?? null)));
  });
  it("is kept under a key: another key, another hash", () => {
    const [one, other] = ["a", "b"].map((letter) => hashKioskCode(letter.repeat(32), "ACDE-FGHJ"));
    expect(one).to.not.deep.equal(other);
  });

  const at = (startsAt: string, endsAt: string, now: string, status: "booked" | "attended" | "no_show" = "booked") =>
    opensAtKiosk({ startsAt: new Date(startsAt), endsAt: new Date(endsAt), status }, "Europe/Brussels", new Date(now));
  const appointment = ["2026-11-27T13:00:00Z", "2026-11-27T13:20:00Z"] as const;

  it("works from the midnight that begins the day before, to the midnight that ends the day", () => {
    expect(at(...appointment, "2026-11-25T22:59:59.999Z")).to.equal(false);
    expect(at(...appointment, "2026-11-25T23:00:00.000Z")).to.equal(true);
    expect(at(...appointment, "2026-11-27T22:59:59.999Z")).to.equal(true);
    expect(at(...appointment, "2026-11-27T23:00:00.000Z")).to.equal(false);
  });
  it("works by the municipality's clock when that changes on the day before", () => {
    const monday = ["2026-10-26T09:00:00Z", "2026-10-26T09:20:00Z"] as const;
    expect(at(...monday, "2026-10-24T21:59:59.999Z")).to.equal(false);
    expect(at(...monday, "2026-10-24T22:00:00.000Z")).to.equal(true);
  });
  it("works until the end of the next day where the appointment runs over midnight", () => {
    const late = ["2026-11-27T22:50:00Z", "2026-11-27T23:10:00Z"] as const;
    expect(at(...late, "2026-11-28T22:59:59.999Z")).to.equal(true);
  });
  it("works after the call too, for what is asked then, but not for whoever did not come", () => {
    expect(at(...appointment, "2026-11-27T14:00:00Z", "attended")).to.equal(true);
    expect(at(...appointment, "2026-11-27T14:00:00Z", "no_show")).to.equal(false);
  });
});
