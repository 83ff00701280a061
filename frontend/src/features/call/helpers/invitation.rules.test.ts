import { expect } from "chai";
import { type Draft, emptyDraft, faultsFromServer, faultsOf } from "./invitation.rules.js";

const good: Draft = { name: "Maria", relation: "family", email: "", hasConsented: true };

describe("an invitation as typed", () => {
  const cases: [string, Partial<Draft>, string[]][] = [
    ["is good without an address", {}, []],
    ["is good with one", { email: " maria@example.org " }, []],
    ["needs a name", { name: "  " }, ["name"]],
    ["needs to say who it is", { relation: null }, ["relation"]],
    ["needs the consent", { hasConsented: false }, ["consent"]],
    ["has no half address", { email: "maria@example" }, ["email"]],
  ];
  for (const [title, changes, faults] of cases)
    it(title, () => expect(faultsOf({ ...good, ...changes }, false)).to.deep.equal(faults));
  it("needs an address where the mail is the only way to hand the link on", () => {
    expect(faultsOf(good, true)).to.deep.equal(["email"]);
    expect(faultsOf({ ...good, email: "maria@example.org" }, true)).to.deep.equal([]);
  });
  it("tells all faults of an empty one, in the order of the form", () =>
    expect(faultsOf(emptyDraft, false)).to.deep.equal(["name", "relation", "consent"]));
  it("takes over what the server objects to, and nothing that was not typed", () =>
    expect(faultsFromServer(["email", "requestId"])).to.deep.equal(["email"]));
});
