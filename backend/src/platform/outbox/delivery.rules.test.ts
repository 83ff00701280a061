import { expect } from "chai";
import { classifyFailure, type Failure, hasGivenUp, nextTry } from "./delivery.rules.js";

describe("how a failed try of a mail is read", () => {
  const cases: [string, object, Failure][] = [
    [
      "an unknown recipient",
      { code: "EENVELOPE", command: "RCPT TO", responseCode: 550 },
      { kind: "refused", code: "smtp_550" },
    ],
    [
      "a refused content",
      { code: "EMESSAGE", command: "DATA", responseCode: 554 },
      { kind: "refused", code: "smtp_554" },
    ],
    [
      "greylisting",
      { code: "EENVELOPE", command: "RCPT TO", responseCode: 450 },
      { kind: "deferred", code: "smtp_450" },
    ],
    [
      "an address that no server was asked about",
      { code: "EENVELOPE", command: "API" },
      { kind: "refused", code: "address_unusable" },
    ],
    ["a server that is down", { code: "ESOCKET", command: "CONN" }, { kind: "server_away", code: "ESOCKET" }],
    [
      "a server whose port is closed",
      { code: "ESOCKET", originalCode: "ECONNREFUSED", command: "CONN" },
      { kind: "server_away", code: "ECONNREFUSED" },
    ],
    [
      "a server whose certificate nobody signed",
      { code: "ESOCKET", originalCode: "DEPTH_ZERO_SELF_SIGNED_CERT", command: "CONN" },
      { kind: "server_away", code: "certificate_DEPTH_ZERO_SELF_SIGNED_CERT" },
    ],
    [
      "a wrong password",
      { code: "EAUTH", command: "AUTH PLAIN", responseCode: 535 },
      { kind: "server_away", code: "EAUTH_535" },
    ],
    [
      "a sender that the server doesn't know",
      { code: "EENVELOPE", command: "MAIL FROM", responseCode: 553 },
      { kind: "server_away", code: "EENVELOPE_553" },
    ],
    ["a server that hangs", { code: "ETIMEDOUT", command: "CONN" }, { kind: "deferred", code: "ETIMEDOUT" }],
    ["a try that took too long", { code: "EABORT" }, { kind: "deferred", code: "EABORT" }],
    ["something else", new Error("els@example.org"), { kind: "server_away", code: "unknown" }],
  ];
  for (const [title, error, failure] of cases) it(title, () => expect(classifyFailure(error)).to.deep.equal(failure));
});

describe("the next try of a mail", () => {
  const deferred: Failure = { kind: "deferred", code: "smtp_450" };

  it("waits longer and longer, and is given up after a day", () => {
    const pauses: number[] = [];
    for (let attempts = 1; ; attempts++) {
      const next = nextTry(deferred, attempts);
      if (next.state === "failed") break;
      pauses.push(next.afterSeconds);
    }
    expect(pauses.slice(0, 7)).to.deep.equal([30, 120, 600, 1_800, 3_600, 10_800, 10_800]);
    expect(pauses.reduce((sum, pause) => sum + pause, 0) / 3_600).to.be.within(22, 25);
  });

  it("never comes for a refused recipient", () =>
    expect(nextTry({ kind: "refused", code: "smtp_550" }, 1)).to.deep.equal({ state: "failed" }));

  it("comes at least every ten minutes while the server is away, and is not given up for it", () => {
    let attempts = 0;
    for (let tries = 0; tries < 500; tries++) {
      const next = nextTry({ kind: "server_away", code: "ESOCKET" }, attempts + 1);
      if (next.state === "failed") throw new Error("given up");
      expect(next.afterSeconds).to.be.at.most(600);
      attempts = next.attempts;
    }
    expect(nextTry(deferred, attempts + 1).state).to.equal("scheduled");
  });

  it("is given up too when every try ended with the worker", () => {
    expect(hasGivenUp(12)).to.equal(false);
    expect(hasGivenUp(13)).to.equal(true);
  });
});
