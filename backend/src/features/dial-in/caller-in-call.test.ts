import { expect } from "chai";
import type { TestApp } from "../../../test/app.js";
import { startCallers } from "../../../test/callers.js";
import { arrive } from "../../../test/factories.js";
import type { KeeperStandIn } from "../../../test/keeper-stand-in.js";

const now = new Date("2026-11-23T09:00:00Z");

describe("a citizen without internet", () => {
  const callers = startCallers(now);
  const { query, type, again, callerOf, asClerk, hears, callerInCall, ordersFor } = callers;
  let app: TestApp;
  let prosody: KeeperStandIn;

  before(() => {
    ({ app, prosody } = callers.begun());
  });

  describe("is in the call", () => {
    it("and calls again with the same PIN when the line broke, without another nod", async () => {
      const { booked: one, user } = await callerInCall();
      await hears(one, "left", user);
      expect(await callerOf(one)).to.include({ isConnected: false, isInCall: false, isExpected: false });
      const back = await type(one.pin);
      expect(back.json.headers).to.be.an("object");
      expect(prosody.commanded.at(-1)!.body.user.id).to.equal(user);
      await hears(one, "joined", user);
      expect(await ordersFor(user, one)).to.deep.equal([]);
    });
    it("and nobody else comes in with their PIN meanwhile", async () => {
      const { booked: one } = await callerInCall();
      expect((await type(one.pin)).json).to.include({ place: "in_call", ticket: null });
      expect(prosody.commanded).to.have.length(1);
    });
    it("until the clerk puts them out: hung up, and told so when they call again", async () => {
      const { booked: one, user, ticket } = await callerInCall();
      expect((await asClerk(one, "removal", { arrivalId: user })).status).to.equal(200);
      expect(await ordersFor(user, one)).to.have.length(1);
      await hears(one, "left", user);
      expect((await type(one.pin)).json).to.include({ place: "removed", ticket: null });
      expect((await again(ticket)).json).to.include({ place: "removed" });
      const fresh = (await asClerk(one, "citizen-pin")).json;
      expect((await type(fresh.pin)).json).to.include({ place: "queue", position: null });
    });
    it("until the end, which hangs up; then the PIN says so", async () => {
      const { booked: one } = await callerInCall();
      await asClerk(one, "end");
      expect(await ordersFor(null, one)).to.have.length(1);
      expect((await type(one.pin)).json).to.include({ place: "ended", ticket: null });
    });
    it("until the clerk nods to their browser: then it goes on by video", async () => {
      const { booked: one, user } = await callerInCall();
      const browser = await arrive(app, one);
      const nod = await asClerk(one, "admission", { arrivalId: browser.arrivalId });
      expect(nod.json.entry).to.include({ medium: "video" });
      expect(await ordersFor(user, one)).to.have.length(1);
      await hears(one, "left", user);
      expect((await type(one.pin)).json).to.include({ place: "elsewhere", ticket: null });
    });
    it("and the outcome is recorded as after every meeting", async () => {
      const { booked: one } = await callerInCall();
      await asClerk(one, "end");
      const outcome = { result: "helped", product: "", note: "", message: "", links: [] };
      expect((await asClerk(one, "outcome", outcome)).status).to.be.lessThan(300);
      const [{ status }] = await query("select status from appointment where id = $1", [one.id]);
      expect(status).to.equal("attended");
    });
  });
});
