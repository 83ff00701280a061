import { expect } from "chai";
import {
  type Booking,
  type BookingEvent,
  bookingReducer,
  inputOf,
  newBooking,
  reachableStep,
} from "./booking.state.js";
import { emptyDetails } from "./details.rules.js";

const slot = { startsAt: "2026-11-24T13:00:00.000Z", endsAt: "2026-11-24T13:20:00.000Z" };
const els = { ...emptyDetails, name: " Els Peeters ", email: "els@voorbeeld.be" };

const after = (...events: BookingEvent[]): Booking => events.reduce(bookingReducer, newBooking("request-0"));
const chosen: BookingEvent[] = [
  { type: "service_chosen", serviceId: "moving", requestId: "request-1" },
  { type: "slot_chosen", slot, day: "2026-11-24", requestId: "request-2" },
  { type: "time_confirmed" },
];
const checked: BookingEvent[] = [
  ...chosen,
  { type: "details_typed", details: els, requestId: "request-3" },
  { type: "details_confirmed" },
];
const refused = (
  code: "slot_taken" | "slot_not_offered" | "invalid_input" | "too_many_requests",
  fields: string[] = [],
) => ({ type: "failed", failure: { kind: "refused", error: { code, fields } } }) as const;

describe("a booking", () => {
  it("goes from service to time to details to check", () => {
    expect(after().step).to.equal("service");
    expect(after(chosen[0]!).step).to.equal("time");
    expect(after(...chosen).step).to.equal("details");
    expect(after(...checked).step).to.equal("check");
  });

  it("does not leave the times without one, and counts the attempts", () => {
    const missing = after(chosen[0]!, { type: "time_confirmed" }, { type: "time_confirmed" });
    expect(missing).to.include({ step: "time", isTimeMissing: true, attempt: 2 });
  });

  it("does not leave the details with a fault, and forgets a fault as soon as it is mended", () => {
    const faulty = after(...chosen, { type: "details_confirmed" });
    expect(faulty.step).to.equal("details");
    expect(faulty.faults.map(({ field }) => field)).to.deep.equal(["name", "email"]);
    const mended = bookingReducer(faulty, { type: "details_typed", details: { name: "Els" }, requestId: "r" });
    expect(mended.faults.map(({ field }) => field)).to.deep.equal(["email"]);
  });

  it("forgets the missing name of another person when it is for the citizen after all", () => {
    const faulty = after(
      ...chosen,
      { type: "details_typed", details: { ...els, isForOther: true }, requestId: "r" },
      { type: "details_confirmed" },
    );
    expect(faulty.faults).to.deep.equal([{ field: "otherName", fault: "missing" }]);
    const self = bookingReducer(faulty, { type: "details_typed", details: { isForOther: false }, requestId: "r" });
    expect(self.faults).to.be.empty;
  });

  it("forgets that a field was missing once another one makes it needless", () => {
    const typed = { ...els, email: "" };
    const faulty = after(
      ...chosen,
      { type: "details_typed", details: typed, requestId: "r" },
      { type: "details_confirmed" },
    );
    expect(faulty.faults.map(({ field }) => field)).to.deep.equal(["email"]);
    const byPhone = bookingReducer(faulty, { type: "details_typed", details: { dialsIn: true }, requestId: "r" });
    expect(byPhone.faults).to.be.empty;
    const unreachable = bookingReducer(byPhone, { type: "details_confirmed" });
    expect(unreachable.faults).to.deep.equal([{ field: "phone", fault: "missing" }]);
    const mailed = bookingReducer(unreachable, { type: "details_typed", details: { email: "e" }, requestId: "r" });
    expect(mailed.faults).to.be.empty;
  });

  it("returns to the times when somebody was faster, and keeps what was typed", () => {
    for (const code of ["slot_taken", "slot_not_offered"] as const) {
      const lost = after(...checked, { type: "sending" }, refused(code));
      expect(lost).to.include({ step: "time", slot: null, day: "2026-11-24", isSending: false });
      expect(lost.details).to.deep.equal(els);
    }
  });

  it("keeps saying why the time was lost until another one is confirmed", () => {
    const other = { startsAt: "2026-11-24T14:00:00.000Z", endsAt: "2026-11-24T14:20:00.000Z" };
    const again = after(...checked, refused("slot_taken"), {
      type: "slot_chosen",
      slot: other,
      day: "2026-11-24",
      requestId: "request-4",
    });
    expect(again.failure).not.to.equal(null);
    expect(bookingReducer(again, { type: "time_confirmed" }).failure).to.equal(null);
  });

  it("shows the fields that the server names", () => {
    const invalid = after(...checked, refused("invalid_input", ["citizen.email"]));
    expect(invalid).to.include({ step: "details", attempt: 1 });
    expect(invalid.faults).to.deep.equal([{ field: "email", fault: "wrong" }]);
  });

  it("stays at the check with any other refusal, also of a field that nobody typed", () => {
    for (const failed of [refused("too_many_requests"), refused("invalid_input", ["serviceId"])])
      expect(after(...checked, failed)).to.include({ step: "check", failure: failed.failure });
  });
});

describe("the request id", () => {
  it("stays the same while nothing changes: sent again after a lost answer it books nothing twice", () => {
    const lost = after(...checked, { type: "sending" }, { type: "failed", failure: { kind: "unanswered" } });
    expect(lost.requestId).to.equal("request-3");
    expect(bookingReducer(lost, { type: "sending" }).requestId).to.equal("request-3");
  });

  it("is another one once anything that will be booked changes", () => {
    const changed = after(...checked, {
      type: "details_typed",
      details: { phone: "0470123456" },
      requestId: "request-4",
    });
    expect(changed.requestId).to.equal("request-4");
  });

  it("stays when the same service or time is chosen again", () => {
    const again = after(
      ...checked,
      { type: "service_chosen", serviceId: "moving", requestId: "request-4" },
      { type: "slot_chosen", slot: { ...slot }, day: "2026-11-24", requestId: "request-5" },
    );
    expect(again).to.include({ requestId: "request-3", slot });
  });
});

describe("the step reached by a reload or the browser's buttons", () => {
  it("is never further than what is known", () => {
    expect(reachableStep(after(), "check")).to.equal("service");
    expect(reachableStep(after(chosen[0]!), "check")).to.equal("time");
    expect(reachableStep(after(...chosen), "check")).to.equal("details");
    expect(reachableStep(after(...checked), "check")).to.equal("check");
    expect(reachableStep(after(...checked), "booked")).to.equal("check");
    expect(reachableStep(after(...checked), "time")).to.equal("time");
  });

  it("is the booking once it is booked, until a new one is begun", () => {
    const booked = after(...checked, { type: "booked", booked: {} as NonNullable<Booking["booked"]> });
    expect(reachableStep(booked, "details")).to.equal("booked");
    const anew = bookingReducer(booked, { type: "started_anew", requestId: "request-9" });
    expect(anew).to.include({ step: "service", booked: null, slot: null, requestId: "request-9" });
    expect(anew.details).to.deep.equal(els);
  });
});

describe("what is sent", () => {
  it("is trimmed, and null where the citizen left something out", () => {
    expect(inputOf(after(...checked), "fr")).to.deep.equal({
      requestId: "request-3",
      serviceId: "moving",
      startsAt: slot.startsAt,
      language: "fr",
      citizen: { name: "Els Peeters", email: "els@voorbeeld.be", phone: null },
      question: "",
      concerns: null,
      interpreterLanguage: null,
      dialsIn: false,
    });
  });

  it("has no address, not an empty one, of whoever dials in without e-mail", () => {
    const details = { ...els, email: " ", phone: "0470123456", dialsIn: true };
    const input = inputOf(after(...chosen, { type: "details_typed", details, requestId: "r" }), "nl");
    expect(input?.citizen).to.deep.equal({ name: "Els Peeters", email: null, phone: "0470123456" });
  });

  it("names the other person only when it is for another person", () => {
    const typed = { ...els, otherName: "Lia" };
    const of = (isForOther: boolean) =>
      inputOf(after(...chosen, { type: "details_typed", details: { ...typed, isForOther }, requestId: "r" }), "nl");
    expect(of(true)?.concerns).to.deep.equal({ name: "Lia" });
    expect(of(false)?.concerns).to.equal(null);
  });

  it("names the language to interpret, where one was chosen", () => {
    const of = (needsInterpreter: boolean, interpreter: string) => {
      const details = { ...els, needsInterpreter, interpreter };
      return inputOf(after(...chosen, { type: "details_typed", details, requestId: "r" }), "nl");
    };
    expect(of(true, "tr")?.interpreterLanguage).to.equal("tr");
    expect(of(false, "tr")?.interpreterLanguage).to.equal(null);
    expect(of(true, "")).to.equal(null);
  });

  it("is nothing while something is missing", () => {
    expect(inputOf(after(...chosen), "nl")).to.equal(null);
  });
});
