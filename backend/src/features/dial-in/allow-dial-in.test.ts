import { randomUUID } from "node:crypto";
import { guestsPerMeeting } from "@balie/contract/company";
import { openDialIns } from "@balie/contract/dial-in";
import { expect } from "chai";
import type { TestApp } from "../../../test/app.js";
import { code } from "../../../test/calls.js";
import { startDialIns } from "../../../test/dial-ins.js";
import { colleague, signIn } from "../../../test/factories.js";
import { dialInNumber, minute } from "../../../test/voice-menu.js";

const now = new Date("2026-11-23T09:00:00Z");

describe("a dial-in", () => {
  const dialIns = startDialIns(now);
  const { query, inCall, waiting, request, allow, list, withdraw, end, allowed, fill } = dialIns;
  let app: TestApp;

  before(() => {
    ({ app } = dialIns.begun());
  });

  describe("is allowed by the clerk who leads", () => {
    it("with a PIN of eight digits, the number and its end, and stands in the list without its PIN", async () => {
      const meeting = await inCall();
      const answer = await allow(meeting);
      expect(answer.status).to.equal(201);
      expect(answer.json).to.include({
        role: "interpreter",
        name: "Ayşe Demir",
        language: "tr",
        state: "open",
        number: dialInNumber,
      });
      expect(answer.json.pin).to.match(/^\d{8}$/);
      expect(Date.parse(answer.json.expiresAt) - app.clock.now.getTime()).to.equal(10 * minute);
      const { pin, number: _, ...seen } = answer.json;
      expect((await list(meeting)).json).to.deep.equal({ number: dialInNumber, dialIns: [seen] });
    });
    it("and the same request again tells the same PIN, until it opens nothing any more", async () => {
      const meeting = await inCall();
      const body = request();
      const [first, second] = await Promise.all([allow(meeting, body), allow(meeting, body)]);
      expect(second.json).to.deep.equal(first.json);
      expect((await list(meeting)).json.dialIns).to.have.length(1);
      await withdraw(meeting, first.json.id);
      expect(code(await allow(meeting, body))).to.equal("410 dial_in_over");
    });
    it("and by nobody else: another clerk of the counter, before admission, after the end", async () => {
      const meeting = await inCall();
      const karim = await signIn(app, colleague);
      expect(code(await allow(meeting, request(), karim))).to.equal("403 forbidden");
      expect(code(await list(meeting, karim))).to.equal("403 forbidden");
      expect(code(await withdraw(meeting, randomUUID(), karim))).to.equal("403 forbidden");
      expect(code(await allow(await waiting()))).to.equal("409 meeting_not_in_progress");
      await end(meeting);
      expect(code(await allow(meeting))).to.equal("410 meeting_ended");
    });
    it("and for an interpreter with a language, for a helper without", async () => {
      const meeting = await inCall();
      for (const changes of [{ language: null }, { role: "helper" }, { role: "colleague" }, { name: "A\nB" }])
        expect(code(await allow(meeting, request(changes)))).to.equal("422 invalid_input");
      expect((await allow(meeting, request({ role: "helper", language: null }))).status).to.equal(201);
    });
    it("to three at once, and one who is over leaves their place", async () => {
      const meeting = await inCall();
      const ids: string[] = [];
      for (let n = 0; n < openDialIns; n++) ids.push((await allow(meeting)).json.id);
      expect(code(await allow(meeting))).to.equal("409 dial_ins_full");
      await withdraw(meeting, ids[0]!);
      expect((await allow(meeting)).status).to.equal(201);
      app.clock.now = new Date(app.clock.now.getTime() + 10 * minute);
      expect((await allow(meeting)).status).to.equal(201);
      const states = (await list(meeting)).json.dialIns.map(({ state }: any) => state);
      expect(states.sort()).to.deep.equal(["expired", "expired", "expired", "open", "withdrawn"]);
    });
    it("and not beyond what the room holds", async () => {
      const meeting = await inCall();
      await fill(meeting, guestsPerMeeting - 1);
      expect((await allow(meeting)).status).to.equal(201);
      expect(code(await allow(meeting))).to.equal("409 company_full");
    });
    it("with a PIN that no other open one is like, of whatever meeting: the database refuses it", async () => {
      const { id } = await allowed();
      const { id: other } = await allowed();
      const copy = query("update dial_in set pin_hash = (select pin_hash from dial_in where id = $1) where id = $2", [
        id,
        other,
      ]);
      expect(await copy.catch(({ message }: Error) => message)).to.include("dial_in_open_pin");
    });
  });
});
