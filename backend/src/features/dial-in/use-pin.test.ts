import { expect } from "chai";
import type { TestApp } from "../../../test/app.js";
import { code } from "../../../test/calls.js";
import { startDialIns } from "../../../test/dial-ins.js";
import type { KeeperStandIn } from "../../../test/keeper-stand-in.js";
import { minute, unknown } from "../../../test/voice-menu.js";
import { hashPin } from "../appointments/citizen-pin.js";
import { expectedSeconds } from "./is-expecting.js";
import { pinOf } from "./pin.js";

const now = new Date("2026-11-23T09:00:00Z");

describe("a dial-in", () => {
  const dialIns = startDialIns(now);
  const { query, inCall, peopleOf, roomOf, fill, end } = dialIns;
  const { newCaller, request, allow, list, withdraw, type, allowed, wrong, hears } = dialIns;
  let app: TestApp;
  let prosody: KeeperStandIn;

  before(() => {
    ({ app, prosody } = dialIns.begun());
  });

  describe("is used", () => {
    it("once: the voice menu gets the room, the citizen and the clerk see who comes, and the keeper expects them", async () => {
      const { meeting, id, pin } = await allowed();
      const room = await roomOf(meeting);
      const answer = await type(pin);
      expect(answer.json).to.deep.equal({ headers: { "X-Room-Name": `${room}@muc.meet.jitsi` } });
      const [, , guest] = await peopleOf(meeting);
      expect(guest).to.include({
        userId: id,
        role: "interpreter",
        name: "Ayşe Demir",
        language: "tr",
        isAnnounced: true,
      });
      expect(prosody.commanded).to.deep.equal([
        {
          command: "expect",
          body: { room, call: id, user: { id, name: "Ayşe Demir", role: "interpreter" }, seconds: expectedSeconds },
        },
      ]);
      expect((await list(meeting)).json.dialIns[0]).to.include({ state: "used" });
      expect(code(await type(pin))).to.equal(unknown);
      expect(prosody.commanded).to.have.length(1);
    });
    it("by one of two who type it at the same moment", async () => {
      const { meeting, pin } = await allowed();
      const answers = await Promise.all(Array.from({ length: 4 }, () => type(pin)));
      expect(answers.map(code).sort()).to.deep.equal(["200 undefined", unknown, unknown, unknown]);
      expect(await peopleOf(meeting)).to.have.length(3);
    });
    it("not at all while Prosody gives no word: then it stays open", async () => {
      const { meeting, pin } = await allowed();
      prosody.answer = { status: 409, body: { error: "room_unknown" } };
      const answer = await type(pin);
      expect([code(answer), answer.headers["retry-after"]]).to.deep.equal(["503 unavailable", "10"]);
      expect(await peopleOf(meeting)).to.have.length(2);
      prosody.answer = { status: 200, body: {} };
      expect((await type(pin)).status).to.equal(200);
    });
    it("by one after the other of a meeting: the second waits until the first one's telephone is there", async () => {
      const { meeting, id, pin } = await allowed();
      const second = (await allow(meeting, request({ role: "helper", name: "Teletolk", language: null }))).json;
      expect((await type(pin)).status).to.equal(200);
      const busy = await type(second.pin);
      expect([code(busy), busy.headers["retry-after"]]).to.deep.equal(["429 too_many_requests", "5"]);
      await hears(meeting, "joined", id);
      expect((await type(second.pin)).status).to.equal(200);
    });
    it("of a full meeting not, and stays open", async () => {
      const { meeting, pin } = await allowed();
      await fill(meeting);
      expect(code(await type(pin))).to.equal("409 company_full");
      expect((await list(meeting)).json.dialIns[0]).to.include({ state: "open" });
    });
  });

  describe("is refused, always alike", () => {
    it("with a PIN that nobody has, or that is none", async () => {
      const { pin } = await allowed();
      for (const typed of [wrong(pin), "1", "", "0", "'; drop table dial_in", "x".repeat(40)])
        expect(code(await type(typed)), typed).to.equal(unknown);
    });
    it("withdrawn, and withdrawing again changes nothing", async () => {
      const { meeting, id, pin } = await allowed();
      expect((await withdraw(meeting, id)).json).to.include({ id, state: "withdrawn" });
      expect((await withdraw(meeting, id)).status).to.equal(200);
      expect(code(await type(pin))).to.equal(unknown);
    });
    it("used or withdrawn when both come at the same moment, and never both", async () => {
      const { meeting, id, pin } = await allowed();
      const [used, withdrawn] = await Promise.all([type(pin), withdraw(meeting, id)]);
      expect([code(used), withdrawn.json.state]).to.deep.equal(
        used.status === 200 ? ["200 undefined", "used"] : [unknown, "withdrawn"],
      );
    });
    it("expired, to the millisecond", async () => {
      const { pin } = await allowed();
      const at = app.clock.now.getTime();
      app.clock.now = new Date(at + 10 * minute);
      expect(code(await type(pin))).to.equal(unknown);
      app.clock.now = new Date(at + 10 * minute - 1);
      expect((await type(pin)).status).to.equal(200);
    });
    it("after the end of the meeting", async () => {
      const { meeting, pin } = await allowed();
      await end(meeting);
      expect(code(await type(pin))).to.equal(unknown);
    });
    it("before admission, should there be one: a meeting that only waits lets nobody in", async () => {
      const { meeting, pin } = await allowed();
      await query("update meeting set status = 'waiting' where id = $1", [meeting.booked.meetingId]);
      expect(code(await type(pin))).to.equal(unknown);
    });
    it("at another meeting: a PIN leads to its own room alone, and is withdrawn there alone", async () => {
      const one = await allowed();
      const two = await allowed();
      expect(code(await withdraw(two.meeting, one.id))).to.equal("404 not_found");
      const room = await roomOf(one.meeting);
      expect((await type(one.pin)).json.headers["X-Room-Name"]).to.equal(`${room}@muc.meet.jitsi`);
      expect(await peopleOf(two.meeting)).to.have.length(2);
    });
    it("after a rotation of the application secret: open PINs are void", async () => {
      const meeting = await inCall();
      const body = request();
      const { pin, id } = (await allow(meeting, body)).json;
      const before = app.config.APP_SECRET;
      app.config.APP_SECRET = "n".repeat(48);
      try {
        expect(code(await type(pin))).to.equal(unknown);
        expect(code(await type(pinOf(app.config.APP_SECRET, id)))).to.equal(unknown);
      } finally {
        app.config.APP_SECRET = before;
      }
    });
  });

  it("is kept nowhere by its PIN or the caller's number: not in the database", async () => {
    const { pin, id } = await allowed();
    const caller = newCaller();
    await type(wrong(pin), caller);
    const [{ rows }] = await query(
      "select (select string_agg(d::text, '') from dial_in d) || (select string_agg(m::text, '') from pin_miss m) rows",
    );
    expect(rows).to.include(id).and.not.include(pin).and.not.include(caller);
    const [{ pin_hash }] = await query("select pin_hash from dial_in where id = $1", [id]);
    expect(pin_hash).to.deep.equal(hashPin(app.config.APP_SECRET, pin));
  });
});
