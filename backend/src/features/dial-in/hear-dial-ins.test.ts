import { randomUUID } from "node:crypto";
import { expect } from "chai";
import type { CookieJar, TestApp } from "../../../test/app.js";
import { code } from "../../../test/calls.js";
import { startDialIns } from "../../../test/dial-ins.js";
import { unknown } from "../../../test/voice-menu.js";

const now = new Date("2026-11-23T09:00:00Z");

describe("a dial-in", () => {
  const dialIns = startDialIns(now);
  const { end, type, allowed, peopleOf, guestState, hears, lists } = dialIns;
  let app: TestApp;
  let clerk: CookieJar;

  before(() => {
    ({ app, clerk } = dialIns.begun());
  });

  describe("somebody on the telephone", () => {
    it("is let be in the room while the citizen is being told, and is in with their telephone", async () => {
      for (const role of ["interpreter", "helper"]) {
        const { meeting, id, pin } = await allowed({ role, language: role === "helper" ? null : "tr" });
        await type(pin);
        expect(await hears(meeting, "joined", id)).to.equal(0);
        expect((await peopleOf(meeting))[2]).to.include({ userId: id, isAnnounced: false });
      }
    });
    it("that did not dial in is put out, with whatever id", async () => {
      const { meeting, id } = await allowed();
      expect(await hears(meeting, "joined", id)).to.equal(1);
      expect(await hears(meeting, "joined", randomUUID())).to.equal(1);
      const other = await allowed();
      await type(other.pin);
      expect(await hears(meeting, "joined", other.id)).to.equal(1);
    });
    it("leaves, and comes back by another PIN alone", async () => {
      const { meeting, id, pin } = await allowed();
      await type(pin);
      await hears(meeting, "joined", id);
      await hears(meeting, "left", id);
      expect(await guestState(id)).to.equal("left");
      expect(code(await type(pin))).to.equal(unknown);
      expect(await hears(meeting, "joined", id)).to.equal(2);
    });
    it("is put out by the clerk as every guest, also before they are there", async () => {
      const { meeting, id, pin } = await allowed();
      await type(pin);
      const removal = `/api/meetings/${meeting.booked.meetingId}/guests/${id}/removal`;
      expect((await app.call("POST", removal, { jar: clerk, body: {} })).json.people).to.have.length(2);
      expect(await hears(meeting, "joined", id)).to.equal(2);
      expect(await guestState(id)).to.equal("removed");
    });
    it("is out with the end of the meeting", async () => {
      const { meeting, id, pin } = await allowed();
      await type(pin);
      await end(meeting);
      expect(await hears(meeting, "joined", id)).to.equal(1);
    });
    it("has left when Prosody started anew, or no longer lists them", async () => {
      const [one, two, stays] = [await allowed(), await allowed(), await allowed()];
      for (const { meeting, id, pin } of [one, two, stays]) {
        await type(pin);
        await hears(meeting, "joined", id);
      }
      await lists(stays.meeting, { nick: "a", user: stays.id });
      expect([await guestState(one.id), await guestState(stays.id)]).to.deep.equal(["left", "admitted"]);
      await hears(stays.meeting, "boot", stays.id);
      expect(await guestState(stays.id)).to.equal("left");
    });
    it("is there when only Prosody's list tells so", async () => {
      const { meeting, id, pin } = await allowed();
      await type(pin);
      await lists(meeting, { nick: "a", user: id }, { nick: "b", user: "no id" });
      expect(await guestState(id)).to.equal("admitted");
    });
  });
});
