import { mock } from "node:test";
import { expect } from "chai";
import type { DataSource } from "typeorm";
import { createOpenPages } from "./open-pages.js";

describe("open pages", () => {
  afterEach(() => mock.timers.reset());

  it("count no page whose stream failed to open", async () => {
    mock.timers.enable({ apis: ["setInterval"] });
    let isDown = true;
    const kept: unknown[] = [];
    const dataSource = {
      transaction: async () => {
        if (isDown) throw new Error("the database is away");
      },
      manager: {
        query: async (_: string, [ids]: [string[]]) => {
          kept.push(ids);
          return [];
        },
      },
    } as unknown as DataSource;
    const pages = createOpenPages({
      holder: "arrival",
      dataSource,
      clock: () => new Date(),
      onFault: (fault) => {
        throw fault;
      },
    });
    const fault = await pages.opened("one", "tab").catch((thrown: Error) => thrown.message);
    expect(fault).to.equal("the database is away");
    mock.timers.tick(20_000);
    expect(kept).to.deep.equal([]);
    isDown = false;
    await pages.opened("two", "tab");
    mock.timers.tick(20_000);
    expect(kept).to.deep.equal([["two"]]);
    pages.stop();
  });
});
