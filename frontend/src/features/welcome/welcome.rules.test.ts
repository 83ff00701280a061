import { acceptWelcomeInput } from "@balie/contract/clerks";
import { expect } from "chai";
import fc from "fast-check";
import { faultsOf } from "./welcome.rules.js";

const right = { name: "An Peeters", password: "paard batterij" };
const faultOf = (change: Partial<typeof right>) => Object.values(faultsOf({ ...right, ...change }))[0];

describe("what a clerk chooses on the welcome page", () => {
  it("is right with a name and twelve characters", () => {
    expect(faultsOf(right)).to.deep.equal({});
    expect(faultsOf({ ...right, password: "x".repeat(12) })).to.deep.equal({});
  });
  it("is told what is wrong with it", () => {
    expect(faultOf({ name: " " })).to.equal("nameMissing");
    expect(faultOf({ name: "x".repeat(121) })).to.equal("nameTooLong");
    expect(faultOf({ name: "An\u0007" })).to.equal("nameWrong");
    expect(faultOf({ password: "" })).to.equal("passwordMissing");
    expect(faultOf({ password: "elf tekens!" })).to.equal("passwordTooShort");
    expect(faultOf({ password: "x".repeat(201) })).to.equal("passwordTooLong");
  });
  it("is judged as the contract judges it", () => {
    const text = fc.oneof(fc.string({ maxLength: 220 }), fc.string({ unit: "binary", maxLength: 20 }));
    fc.assert(
      fc.property(text, text, (name, password) => {
        const isAccepted = acceptWelcomeInput.safeParse({ name, password }).success;
        expect(Object.keys(faultsOf({ name, password })).length === 0).to.equal(isAccepted);
      }),
    );
  });
});
