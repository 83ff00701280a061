import { expect } from "chai";
import { code } from "../../../test/calls.js";
import type { TestPhone } from "../../../test/phone.js";
import { startPhoneRequests } from "../../../test/phone-requests.js";
import { until } from "../../../test/until.js";

describe("the search for an interpreter", function () {
  this.timeout(30_000);
  const search = startPhoneRequests();
  const { query, post, askFor, asked, ask, withdraw, end, requestOf, seen, callsOf, told, ringing, allHungUp, roster } =
    search;
  let phone: TestPhone;

  beforeEach(() => {
    ({ phone } = search.begun());
  });

  describe("that is stopped", () => {
    it("by the clerk while it rings: hung up, and nobody else is called", async () => {
      await roster("rings", "answers");
      const request = await ask();
      await ringing(request);
      expect((await withdraw(request)).json).to.include({ state: "withdrawn" });
      await allHungUp(request);
      expect((await withdraw(request)).json).to.include({ state: "withdrawn" });
      expect(await told(request)).to.deep.equal(["Tolk 1 unanswered"]);
      expect(phone.prosody.rings).to.have.length(1);
    });
    it("by the clerk while the gateway still thinks: nobody else is called", async () => {
      await roster("silent", "answers");
      const request = await ask();
      const commands = () => phone.prosody.commands.map(({ command }) => command);
      await until("it is being dialled", () => commands().includes("dial"));
      await withdraw(request);
      await until("it is hung up", () => commands().includes("hangup"));
      await allHungUp(request);
      expect(commands()).to.deep.equal(["dial", "hangup"]);
      expect(await requestOf(request)).to.deep.equal({ state: "withdrawn", why: null });
      expect(await told(request)).to.deep.equal(["Tolk 1 unanswered"]);
    });
    it("by the end of the meeting, two at once: all are hung up", async () => {
      await roster("rings", "rings", "answers");
      const first = await ask();
      const second = await asked(first);
      await Promise.all([ringing(first), ringing(second)]);
      expect((await end(first)).status).to.equal(200);
      await Promise.all([seen(first, "withdrawn"), seen(second, "withdrawn")]);
      await allHungUp(first);
      expect(phone.prosody.rings).to.have.length(2);
      expect(code(await withdraw(first))).to.equal("410 meeting_ended");
      expect(code(await askFor(first.meeting))).to.equal("410 meeting_ended");
    });
    it("by the end of the meeting when an interpreter is in: the call ends when its leg has gone", async () => {
      await roster("answers");
      const request = await ask();
      await seen(request, "connected");
      await end(request);
      await seen(request, "ended");
      await allHungUp(request);
      await until("the call is over", async () => (await callsOf(request))[0].state === "ended");
    });
  });

  it("is hung up by the clerk, and by the interpreter; whoever dropped out is called again first", async () => {
    await roster("answers", "answers");
    const request = await ask();
    await seen(request, "connected");
    const [{ id }] = await callsOf(request);
    await query("update interpreter set rank = 900 where name = 'Tolk 1'");
    phone.prosody.leave(request.room, id);
    await seen(request, "ended");
    expect((await callsOf(request))[0]).to.include({ state: "ended", guest: "left" });

    const again = await asked(request, { callAgain: id });
    await seen(again, "connected");
    expect(await told(again)).to.deep.equal(["Tolk 1 connected"]);
    expect((await withdraw(again)).json).to.include({ state: "ended" });
    await allHungUp(again);
    await until("the call is over", async () => (await callsOf(again))[0].state === "ended");
    const other = await ask();
    expect(code(await askFor(other.meeting, { callAgain: id }))).to.equal("404 not_found");
  });

  it("may be put out of the room by the clerk like any guest: the request is over", async () => {
    await roster("answers", "answers");
    const request = await ask();
    await seen(request, "connected");
    const [{ id }] = await callsOf(request);
    await post(`/api/meetings/${request.meeting.booked.meetingId}/guests/${id}/removal`);
    await phone.carryOutRoomOrders();
    await seen(request, "ended");
    expect((await callsOf(request))[0]).to.include({ state: "ended", guest: "removed" });
    await allHungUp(request);
  });
});
