import { expect } from "chai";
import { keepTelling } from "./keep-telling.js";

const tellingOf = (ids: string[]) => {
  const told: string[] = [];
  const failing = new Set<string>();
  let waiting: (() => void) | null = null;
  const stop = keepTelling({
    ids,
    tell: async (id) => {
      told.push(id);
      if (failing.has(id)) throw new Error("away");
    },
    later: (act) => {
      waiting = act;
      return () => {
        waiting = null;
      };
    },
  });
  const pass = async () => {
    const act = waiting;
    waiting = null;
    act?.();
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { told, failing, stop, pass };
};

describe("telling of a guest who was announced", () => {
  it("comes after a while, and once", async () => {
    const { told, pass } = tellingOf(["ann", "bob"]);
    expect(told).to.deep.equal([]);
    await pass();
    await pass();
    expect(told).to.deep.equal(["ann", "bob"]);
  });

  it("is done again for who could not be told of, until it is done", async () => {
    const { told, failing, pass } = tellingOf(["ann", "bob"]);
    failing.add("bob");
    await pass();
    await pass();
    failing.clear();
    await pass();
    await pass();
    expect(told).to.deep.equal(["ann", "bob", "bob", "bob"]);
  });

  it("ends when they are announced no longer", async () => {
    const { told, failing, pass, stop } = tellingOf(["ann"]);
    failing.add("ann");
    await pass();
    stop();
    await pass();
    expect(told).to.deep.equal(["ann"]);
  });
});
