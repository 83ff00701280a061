import { expect } from "chai";
import { dayBegan, mayDial, outcomeOf, readStatus } from "./phone.rules.js";

describe("what may be dialled", () => {
  const allowed = ["+32", "+3188", "sip:pbx.example.org"];

  it("are numbers that begin as the list says", () => {
    expect(mayDial("+32470123456", allowed)).to.equal(true);
    expect(mayDial("+31881234567", allowed)).to.equal(true);
    expect(mayDial("+31201234567", allowed)).to.equal(false);
    expect(mayDial("+33612345678", allowed)).to.equal(false);
  });
  it("are SIP addresses of a listed host, whole and in any case", () => {
    expect(mayDial("sip:tolk@pbx.example.org", allowed)).to.equal(true);
    expect(mayDial("sip:tolk@PBX.Example.org", allowed)).to.equal(true);
    expect(mayDial("sip:tolk@evil.pbx.example.org", allowed)).to.equal(false);
    expect(mayDial("sip:tolk@pbx.example.org.evil.example", allowed)).to.equal(false);
  });
  it("are no SIP addresses that look like an allowed number, and no numbers where only hosts are listed", () => {
    expect(mayDial("sip:+32470123456@evil.example", allowed)).to.equal(false);
    expect(mayDial("+32470123456", ["sip:pbx.example.org"])).to.equal(false);
    expect(mayDial("sip:+32@x.example", ["+32"])).to.equal(false);
  });
});

describe("the day's minutes", () => {
  const began = (now: string) => dayBegan(new Date(now), "Europe/Brussels").toISOString();

  it("count from the municipality's midnight, also on days of 23 and 25 hours", () => {
    expect(began("2026-11-27T10:00:00Z")).to.equal("2026-11-26T23:00:00.000Z");
    expect(began("2026-07-01T22:30:00Z")).to.equal("2026-07-01T22:00:00.000Z");
    expect(began("2026-10-25T22:59:59Z")).to.equal("2026-10-24T22:00:00.000Z");
    expect(began("2027-03-28T21:59:59Z")).to.equal("2027-03-27T23:00:00.000Z");
  });
});

describe("what the gateway says of a leg", () => {
  it("is connected by that word alone", () => {
    expect([undefined, "", "Initializing Call", "Connected", "Busy Here", "connected"].map(readStatus)).to.deep.equal([
      ...["none", "none", "waiting", "connected", "reason", "reason"],
    ]);
  });
  it("tells, when it left before an answer, a refusal from no answer and from a line that broke", () => {
    expect(outcomeOf(true, "left")).to.equal("refused");
    expect(outcomeOf(false, "left")).to.equal("unanswered");
    expect(outcomeOf(false, "connection_lost")).to.equal("failed");
    expect(outcomeOf(false, undefined)).to.equal("unanswered");
  });
});
