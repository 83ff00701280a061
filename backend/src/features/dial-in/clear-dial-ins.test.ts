import { expect } from "chai";
import type { TestApp } from "../../../test/app.js";
import { startDialIns } from "../../../test/dial-ins.js";
import { minute } from "../../../test/voice-menu.js";
import { clearDialIns } from "./clear-dial-ins.js";
import { expectedSeconds } from "./is-expecting.js";

const now = new Date("2026-11-23T09:00:00Z");

describe("a dial-in", () => {
  const dialIns = startDialIns(now);
  const { query, type, allowed, guestState, hears } = dialIns;
  let app: TestApp;

  before(() => {
    ({ app } = dialIns.begun());
  });

  describe("the worker's round", () => {
    const clear = (at: Date) => app.database.dataSource.transaction((db) => clearDialIns(db, at));
    const after = (ms: number) => new Date(app.clock.now.getTime() + ms);

    it("closes PINs whose time is over, and not before", async () => {
      const { meeting } = await allowed();
      const stored = async () =>
        (await query("select state, pin_hash from dial_in where meeting_id = $1", [meeting.booked.meetingId]))[0];
      await clear(after(10 * minute - 1));
      expect(await stored()).to.include({ state: "open" });
      await clear(after(10 * minute));
      expect(await stored()).to.deep.equal({ state: "expired", pin_hash: null });
    });
    it("takes the guest back whose telephone never came, and lets be who is there", async () => {
      const never = await allowed();
      const there = await allowed();
      for (const { pin } of [never, there]) await type(pin);
      await hears(there.meeting, "joined", there.id);
      await clear(after(expectedSeconds * 1_000 - 1));
      expect(await guestState(never.id)).to.equal("announced");
      await clear(after(expectedSeconds * 1_000));
      expect([await guestState(never.id), await guestState(there.id)]).to.deep.equal(["left", "admitted"]);
    });
    it("forgets misses once they hold nobody back", async () => {
      await type("1234");
      await clear(after(25 * minute));
      expect(await query("select 1 from pin_miss")).to.have.length(1);
      await clear(after(25 * minute + 1));
      expect(await query("select 1 from pin_miss")).to.have.length(0);
    });
  });
});
