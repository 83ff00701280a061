import { expect } from "chai";
import { problemOf } from "./device-problem.rules.js";

describe("why a device can't be had", () => {
  const named = (name: string, message = "") => new DOMException(message, name);
  for (const [name, problem] of [
    ["NotAllowedError", "blocked"],
    ["SecurityError", "blocked"],
    ["NotFoundError", "missing"],
    ["OverconstrainedError", "missing"],
    ["NotReadableError", "busy"],
    ["AbortError", "busy"],
    ["TypeError", "other"],
  ] as const)
    it(`${name} is ${problem}`, () => expect(problemOf(named(name))).to.equal(problem));

  it("a refusal by the system is another than one by the person", () => {
    expect(problemOf(named("NotAllowedError", "Permission denied"))).to.equal("blocked");
    expect(problemOf(named("NotAllowedError", "Permission dismissed"))).to.equal("blocked");
    expect(problemOf(named("NotAllowedError", "Permission denied by system"))).to.equal("system");
  });

  it("is found inside the library's own fault, which names the rest generally", () => {
    const wrapped = (error: unknown) => ({
      name: "gum.general",
      message: "Generic getUserMedia error",
      gum: { error },
    });
    expect(problemOf(wrapped(named("NotReadableError")))).to.equal("busy");
    expect(problemOf(wrapped(named("NotAllowedError", "Permission denied by system")))).to.equal("system");
    expect(problemOf({ name: "gum.not_found", message: "" })).to.equal("missing");
    expect(problemOf(undefined)).to.equal("other");
  });
});
