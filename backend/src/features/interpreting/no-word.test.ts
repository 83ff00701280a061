import { expect } from "chai";
import type { TestPhone } from "../../../test/phone.js";
import { startPhoneRequests } from "../../../test/phone-requests.js";
import { until } from "../../../test/until.js";

describe("the search for an interpreter", function () {
  this.timeout(30_000);
  const search = startPhoneRequests();
  const { query, inCall, within, asked, ask, requestOf, seen, callsOf, told, ringing, allHungUp, roster } = search;
  let phone: TestPhone;

  beforeEach(() => {
    ({ phone } = search.begun());
  });

  describe("when the telephone gives no word", () => {
    it("fails, and the leg is hung up in case it comes", async () => {
      await roster("silent", "answers");
      const request = await ask();
      expect(await seen(request, "failed")).to.include({ why: "no_phone" });
      await allHungUp(request);
      expect(phone.prosody.commands.map(({ command }) => command)).to.deep.equal(["dial", "hangup"]);
      expect(await told(request)).to.deep.equal(["Tolk 1 failed"]);
    });
    it("puts a telephone out that comes when its call is over", async () => {
      await roster("silent");
      const request = await ask();
      await seen(request, "failed");
      await allHungUp(request);
      const [{ id }] = await callsOf(request);
      phone.prosody.comeBack(request.room, id);
      await until("it is put out", () => phone.prosody.rings.length === 1 && phone.prosody.rings[0]!.until !== null);
      await allHungUp(request);
      expect(await requestOf(request)).to.include({ state: "failed" });
    });
    it("waits for the people of the room to come back, and dials the same call", async () => {
      await roster("answers");
      const meeting = await inCall();
      const [{ room }] = await query("select room from meeting where id = $1", [meeting.booked.meetingId]);
      const request = await asked({ meeting, room });
      const dials = () => phone.prosody.commands.filter(({ command }) => command === "dial");
      await until("it was tried", () => dials().length > 0);
      phone.prosody.openRoom(room);
      await seen(request, "connected");
      expect(new Set(dials().map(({ body }) => body.call)).size).to.equal(1);
    });
    it("fails when there is no gateway", async () => {
      await roster("no_gateway", "answers");
      expect(await seen(await ask(), "failed")).to.include({ why: "no_phone" });
    });
    it("dials the same call again while Prosody is away", async () => {
      await roster("answers");
      phone.prosody.isAway(true);
      const request = await ask();
      await until("a dial had no answer", () => phone.prosody.missed() > 0);
      phone.prosody.isAway(false);
      await seen(request, "connected");
      expect(await callsOf(request)).to.have.length(1);
      expect(phone.prosody.rings).to.have.length(1);
    });
    it("dials nobody twice when only the answer was lost", async () => {
      await roster("rings");
      phone.prosody.backendIsAway(true);
      phone.prosody.losesAnswers(true);
      const request = await ask();
      const dialled = () => phone.prosody.commands.filter(({ command }) => command === "dial");
      await until("it was dialled again", () => dialled().length >= 2);
      phone.prosody.losesAnswers(false);
      await ringing(request);
      expect(phone.prosody.rings).to.have.length(1);
      expect(new Set(dialled().map(({ body }) => body.call)).size).to.equal(1);
      phone.prosody.backendIsAway(false);
    });
    it("believes what was told of a leg that was gone before its gateway answered, also where it is told later", async () => {
      await roster("passes", "answers");
      phone.prosody.backendIsAway(true);
      const request = await ask();
      await ringing(request);
      phone.prosody.backendIsAway(false);
      await seen(request, "ended");
      expect(await told(request)).to.deep.equal(["Tolk 1 ended"]);
      expect((await callsOf(request))[0].connected_seconds).to.be.a("number");
    });
    it("gives up after the time to ring", async () => {
      await roster("answers");
      await within({ ringSeconds: 1 });
      phone.prosody.isAway(true);
      const request = await ask();
      expect(await seen(request, "failed")).to.include({ why: "no_phone" });
      phone.prosody.isAway(false);
      await allHungUp(request);
      expect(phone.prosody.rings).to.have.length(0);
    });
  });
});
