import { expect } from "chai";
import type { Page } from "playwright-core";
import { faultsOf } from "./axe.ts";

/** Called in a `describe`: gathers what is wrong with each state that a story looks at, anew for each story, so that all of it is told at its end. */
export const gatherFaults = () => {
  let faults: string[] = [];
  beforeEach(() => {
    faults = [];
  });
  return {
    state: async (page: Page, name: string): Promise<void> => {
      faults.push(...(await faultsOf(page, name)));
    },
    /** Nor did these people's browsers tell of any. */
    expectNoFaults: (people: readonly { readonly faults: readonly string[] }[] = []): void => {
      expect(faults.join("\n")).to.equal("");
      expect(people.flatMap((person) => person.faults)).to.deep.equal([]);
    },
  };
};
