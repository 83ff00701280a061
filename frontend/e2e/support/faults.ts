import { expect } from "chai";
import type { Page } from "playwright-core";
import { faultsOf } from "./axe.ts";

/** Called in a `describe`: gathers what is wrong with each state that a story looks at, anew for each story, so that all of it is told at its end. Each
    state has a name of its own: pictures of it are kept under that. */
export const gatherFaults = () => {
  let faults: string[] = [];
  const states = new Set<string>();
  beforeEach(() => {
    faults = [];
  });
  after(() => console.log(`    ${states.size} states by axe, each at two widths`));
  return {
    state: async (page: Page, name: string): Promise<void> => {
      expect(states.has(name), `two states named ${name}`).to.equal(false);
      states.add(name);
      faults.push(...(await faultsOf(page, name)));
    },
    /** Nor did these people's browsers tell of any. */
    expectNoFaults: (people: readonly { readonly faults: readonly string[] }[] = []): void => {
      expect(faults.join("\n")).to.equal("");
      expect(people.flatMap((person) => person.faults)).to.deep.equal([]);
    },
  };
};
