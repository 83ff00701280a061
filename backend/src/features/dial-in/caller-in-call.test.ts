import { expect } from "chai";
import type { TestApp } from "../../../test/app.js";
import { startCallers } from "../../../test/callers.js";
import { arrive, colleague, signIn } from "../../../test/factories.js";
import type { KeeperStandIn } from "../../../test/keeper-stand-in.js";

const now = new Date("2026-11-23T09:00:00Z");

describe("a citizen without internet", () => {
  const callers = startCallers(now);
  const { query, booked, type, again, callerOf, asClerk, admit, hears, callerInCall, ordersFor } = callers;
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
    it("and a colleague who is asked comes in at once: no page is there to tell the caller", async () => {
      const { booked: one } = await callerInCall();
      const karim = await signIn(app, colleague);
      const [{ id: clerkId }] = await query("select id from clerk where email = $1", [colleague.email]);
      const asked = await asClerk(one, "colleagues", { clerkId });
      expect(asked.status, asked.text).to.equal(200);
      const path = `/api/colleague-requests/${asked.json.id}`;
      const answer = await app.call("POST", `${path}/answer`, { jar: karim, body: { accepts: true } });
      expect(answer.json.guest, answer.text).to.include({ state: "admitted" });
      expect((await app.call("POST", `${path}/call-token`, { jar: karim, body: {} })).status).to.equal(200);
    });
    it("and whoever was announced to their page comes in when the call goes on by telephone", async () => {
      const one = await booked();
      const browser = await arrive(app, one);
      expect((await asClerk(one, "admission", { arrivalId: browser.arrivalId })).status).to.equal(200);
      const karim = await signIn(app, colleague);
      const [{ id: clerkId }] = await query("select id from clerk where email = $1", [colleague.email]);
      const { id } = (await asClerk(one, "colleagues", { clerkId })).json;
      const path = `/api/colleague-requests/${id}`;
      await app.call("POST", `${path}/answer`, { jar: karim, body: { accepts: true } });
      const askToken = () => app.call("POST", `${path}/call-token`, { jar: karim, body: {} });
      expect((await askToken()).json.code).to.equal("guest_not_told");
      await type(one.pin);
      expect((await admit(one)).json.entry).to.include({ medium: "dial_in" });
      expect((await askToken()).status).to.equal(200);
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
