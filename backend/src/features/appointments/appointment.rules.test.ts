import { expect } from "chai";
import { isChangeable, remindersFor, waitingRoomClosesAt, waitingRoomOpensAt } from "./appointment.rules.js";

const at = (iso: string) => new Date(iso);
const booked = { startsAt: at("2026-11-24T10:00:00Z"), endsAt: at("2026-11-24T10:30:00Z"), status: "booked" as const };

describe("a citizen changes an appointment", () => {
  it("until the start", () => expect(isChangeable(booked, "planned", at("2026-11-24T09:59:59Z"))).to.equal(true));
  it("not from the start on", () =>
    expect(isChangeable(booked, "planned", at("2026-11-24T10:00:00Z"))).to.equal(false));
  it("not while they are in the waiting room", () =>
    expect(isChangeable(booked, "waiting", at("2026-11-24T09:50:00Z"))).to.equal(false));
  it("not once cancelled", () =>
    expect(isChangeable({ ...booked, status: "cancelled_by_office" }, "planned", at("2026-11-24T09:00:00Z"))).to.equal(
      false,
    ));
});

describe("reminders", () => {
  const kinds = (bookedAt: string) =>
    remindersFor(booked.startsAt, at(bookedAt)).map(({ kind, dueAt }) => `${kind} ${dueAt.toISOString()}`);
  it("come a day and an hour before", () =>
    expect(kinds("2026-11-20T10:00:00Z")).to.deep.equal([
      "appointment_reminder_day 2026-11-23T10:00:00.000Z",
      "appointment_reminder_hour 2026-11-24T09:00:00.000Z",
    ]));
  it("leave out what has passed", () => expect(kinds("2026-11-23T12:00:00Z")).to.have.length(1));
  it("leave out what would come just after the confirmation", () =>
    expect(kinds("2026-11-24T08:55:00Z")).to.deep.equal([]));
});

describe("the waiting room", () => {
  it("opens half an hour before and closes an hour after", () => {
    expect(waitingRoomOpensAt(booked).toISOString()).to.equal("2026-11-24T09:30:00.000Z");
    expect(waitingRoomClosesAt(booked).toISOString()).to.equal("2026-11-24T11:30:00.000Z");
  });
});
