import { expect } from "chai";
import type { TestApp } from "../../../test/app.js";
import { code } from "../../../test/calls.js";
import { startDialIns } from "../../../test/dial-ins.js";
import { minute, unknown } from "../../../test/voice-menu.js";

const now = new Date("2026-11-23T09:00:00Z");

describe("a dial-in", () => {
  const dialIns = startDialIns(now);
  const { query, newCaller, allow, type, allowed, wrong } = dialIns;
  let app: TestApp;

  before(() => {
    ({ app } = dialIns.begun());
  });

  describe("guessing", () => {
    it("ends for one caller after five misses, also with the right PIN, and others go on", async () => {
      const { pin } = await allowed();
      const caller = newCaller();
      for (let n = 1; n <= 5; n++) expect(code(await type(wrong(pin, n), caller))).to.equal(unknown);
      const held = await type(pin, caller);
      expect([code(held), held.headers["retry-after"]]).to.deep.equal(["429 too_many_requests", "600"]);
      expect(code(await type(pin, `${caller.slice(0, 3)} ${caller.slice(3)}`))).to.equal("429 too_many_requests");
      expect((await type(pin)).status).to.equal(200);
    });
    it("ends for all who withhold their number together", async () => {
      const { pin } = await allowed();
      for (let n = 1; n <= 5; n++) await type(wrong(pin, n), null);
      expect(code(await type(pin, null))).to.equal("429 too_many_requests");
      expect((await type(pin)).status).to.equal(200);
    });
    it("ends for everybody after ten misses in ten minutes, for a quarter of an hour", async () => {
      const { meeting, pin } = await allowed();
      for (let n = 1; n <= 10; n++) expect(code(await type(wrong(pin, n)))).to.equal(unknown);
      const locked = await type(pin);
      expect([code(locked), locked.headers["retry-after"]]).to.deep.equal(["429 too_many_requests", "900"]);
      app.clock.now = new Date(app.clock.now.getTime() + 15 * minute - 1);
      expect(code(await type(pin))).to.equal("429 too_many_requests");
      app.clock.now = new Date(app.clock.now.getTime() + 1);
      const { pin: another } = (await allow(meeting)).json;
      expect((await type(another)).status).to.equal(200);
    });
    it("by thirty at the same moment is no more than ten tries", async () => {
      const { pin } = await allowed();
      const answers = await Promise.all(Array.from({ length: 30 }, (_, n) => type(wrong(pin, n + 1))));
      expect(answers.filter((answer) => code(answer) === unknown)).to.have.length(10);
      expect(await query("select 1 from pin_miss")).to.have.length(10);
    });
    it("is bounded beside that: sixty questions a minute, the voice menu's own address", async () => {
      await query("delete from rate_limit");
      for (let n = 0; n < 60; n++) await type("x");
      expect(code(await type("x"))).to.equal("429 too_many_requests");
    });
  });
});
