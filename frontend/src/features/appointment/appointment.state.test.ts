import type { AppointmentView } from "@balie/contract/appointments";
import { expect } from "chai";
import { situationOf, tokenIn } from "./appointment.state.js";

type Meeting = AppointmentView["meeting"]["status"];

const at = (time: string) => Date.parse(`2026-11-24T${time}:00Z`);
const appointment = (status: AppointmentView["status"] = "booked", meeting: Meeting = "planned") =>
  ({
    status,
    opensAt: "2026-11-24T12:45:00Z",
    startsAt: "2026-11-24T13:00:00Z",
    closesAt: "2026-11-24T13:30:00Z",
    meeting: { id: "meeting", status: meeting },
  }) as AppointmentView;

describe("the situation of an appointment", () => {
  it("follows the clock: early, open, missed", () => {
    expect(situationOf(appointment(), at("12:44"))).to.equal("early");
    expect(situationOf(appointment(), at("12:45"))).to.equal("open");
    expect(situationOf(appointment("booked", "waiting"), at("13:29"))).to.equal("open");
    expect(situationOf(appointment(), at("13:30"))).to.equal("missed");
  });

  it("is running while the meeting is, whatever the clock says", () => {
    expect(situationOf(appointment("attended", "in_progress"), at("14:30"))).to.equal("running");
    expect(situationOf(appointment("attended", "parked"), at("14:30"))).to.equal("running");
  });

  it("is ended when the clerk closed the meeting, and missed when nobody came", () => {
    expect(situationOf(appointment("attended", "ended"), at("13:10"))).to.equal("ended");
    expect(situationOf(appointment("no_show", "ended"), at("13:40"))).to.equal("missed");
    expect(situationOf(appointment("no_show"), at("13:10"))).to.equal("missed");
  });

  it("says who cancelled", () => {
    expect(situationOf(appointment("cancelled_by_office"), at("12:00"))).to.equal("cancelled_by_office");
    expect(situationOf(appointment("cancelled_by_citizen", "ended"), at("12:00"))).to.equal("cancelled_by_citizen");
  });
});

describe("the token in the address", () => {
  it("is 43 characters after /a/, or it is none", () => {
    const token = `${"aZ09-_".repeat(7)}x`;
    expect(tokenIn(`/a/${token}`)).to.equal(token);
    expect(tokenIn(`/a/${token}/`)).to.equal(token);
    for (const path of [`/a/${token}y`, "/a/", `/a/${token.slice(1)}.`, `/b/${token}`])
      expect(tokenIn(path)).to.equal(null);
  });
});
