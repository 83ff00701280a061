import { bookAppointmentInput } from "@balie/contract/appointments";
import { expect } from "chai";
import fc from "fast-check";
import { type Details, emptyDetails, faultsFromServer, faultsOf } from "./details.rules.js";

const right: Details = { ...emptyDetails, name: "Els Peeters", email: "els@voorbeeld.be" };
const fieldsOf = (details: Partial<Details>) => faultsOf({ ...right, ...details }).map(({ field }) => field);

/** What the contract's schema, too heavy for the page, says of the same details. */
const isAccepted = (details: Details): boolean =>
  bookAppointmentInput.safeParse({
    requestId: "00000000-0000-4000-8000-000000000001",
    serviceId: "00000000-0000-4000-8000-000000000002",
    startsAt: "2026-11-24T13:00:00.000Z",
    language: "nl",
    citizen: { name: details.name.trim(), email: details.email.trim() || null, phone: details.phone.trim() || null },
    question: details.question.trim(),
    concerns: details.isForOther ? { name: details.otherName.trim() } : null,
    dialsIn: details.dialsIn,
  }).success;

const line = fc.oneof(
  fc.string({ maxLength: 130, unit: "binary" }),
  fc.constantFrom("Els", "", " ", "a\u2028b", "x".repeat(120), "x".repeat(121)),
);
const email = fc.oneof(
  fc.emailAddress(),
  line,
  fc.constant(""),
  fc.constantFrom(".a@b.be", "a..b@c.be", "a.@b.be", "a@b", "a@-b.be"),
);
const phone = fc.oneof(
  line,
  fc.constant(""),
  fc.constantFrom("0470 12 34 56", "+32 (0)2/123.45.67", "12345", "1".repeat(31)),
);
const question = fc.oneof(line, fc.constantFrom("a\nb\tc", "x".repeat(1000), "x".repeat(1001), "a\u0007b"));

describe("the details", () => {
  it("need a name and an e-mail address, no more", () => {
    expect(faultsOf(right)).to.be.empty;
    expect(fieldsOf({ name: "  ", email: "" })).to.deep.equal(["name", "email"]);
  });

  it("need the other person's name only when it is for another person", () => {
    expect(fieldsOf({ isForOther: true })).to.deep.equal(["otherName"]);
  });

  it("need no e-mail address of whoever dials in, but then a telephone number", () => {
    expect(fieldsOf({ dialsIn: true })).to.be.empty;
    expect(fieldsOf({ dialsIn: true, email: " " })).to.deep.equal(["phone"]);
    expect(fieldsOf({ dialsIn: true, email: "", phone: "0470 12 34 56" })).to.be.empty;
  });

  it("are right exactly when the contract accepts them", () => {
    const details = fc.record({
      name: line,
      email,
      phone,
      isForOther: fc.boolean(),
      otherName: line,
      dialsIn: fc.boolean(),
      question,
      needsInterpreter: fc.constant(false),
      interpreter: fc.constant(""),
    });
    fc.assert(
      fc.property(details, (typed) => {
        expect(faultsOf(typed).length === 0).to.equal(isAccepted(typed));
      }),
      { numRuns: 2000 },
    );
  });
});

describe("the fields that the server names", () => {
  it("are those of the page, and none where the citizen typed nothing", () => {
    expect(faultsFromServer(["citizen.email", "serviceId", "concerns.name"]).map(({ field }) => field)).to.deep.equal([
      "email",
      "otherName",
    ]);
  });
});
