import { randomUUID } from "node:crypto";
import { guestsPerMeeting } from "@balie/contract/company";
import { expect } from "chai";
import type { TestApp } from "../../../test/app.js";
import { code } from "../../../test/calls.js";
import { enrol, type TestPhone } from "../../../test/phone.js";
import { startPhoneRequests } from "../../../test/phone-requests.js";
import { until } from "../../../test/until.js";

describe("the search for an interpreter", function () {
  this.timeout(30_000);
  const search = startPhoneRequests();
  const { query, within, post, askFor, asked, ask, withdraw, requestOf, seen, callsOf, told, ringing, roster } = search;
  let app: TestApp;
  let phone: TestPhone;

  beforeEach(() => {
    ({ app, phone } = search.begun());
  });

  describe("within its limits", () => {
    it("dials only what is allowed", async () => {
      await enrol(app, [
        { name: "Ver", address: "+33612345678", rank: 1 },
        { name: "Duur", address: "+390012345678", rank: 2 },
        { name: "Elders", address: "sip:tolk@elders.example.org", rank: 3 },
        { name: "Hier", address: "sip:tolk@pbx.example.org", rank: 4 },
      ]);
      phone.prosody.fate("sip:tolk@pbx.example.org", "answers");
      const request = await ask();
      await seen(request, "connected");
      expect(await told(request)).to.deep.equal(["Hier connected"]);
      expect(phone.prosody.commands.filter(({ command }) => command === "dial")).to.have.length(1);
    });
    it("dials nobody once the day's minutes are used up, and cuts nobody off", async () => {
      await roster("answers", "answers");
      const running = await ask();
      await seen(running, "connected");
      await query("update interpreter_call set connected_at = now() - interval '11 minutes'");
      await within({ minutesPerDay: 10 });
      const request = await ask();
      expect(await seen(request, "unanswered")).to.include({ why: "daily_limit" });
      expect(await requestOf(running)).to.include({ state: "connected" });
      expect(phone.prosody.rings).to.have.length(1);
    });
    it("does not count what was said before the municipality's midnight", async () => {
      await roster("answers", "answers");
      const before = await ask();
      await seen(before, "connected");
      await withdraw(before);
      await until("the call is over", async () => (await callsOf(before))[0].state === "ended");
      const midnight = "date_trunc('day', now() at time zone 'Europe/Brussels') at time zone 'Europe/Brussels'";
      await query(
        `update interpreter_call set connected_at = ${midnight} - interval '3 hours', ended_at = ${midnight} + interval '30 seconds'`,
      );
      await within({ minutesPerDay: 1 });
      await seen(await ask(), "connected");
    });
    it("seeks two at most for one meeting", async () => {
      await roster("rings", "rings", "rings");
      const request = await ask();
      await asked(request);
      expect(code(await askFor(request.meeting))).to.equal("409 interpreters_full");
      await withdraw(request);
      expect((await askFor(request.meeting)).status).to.equal(200);
    });
    it("is not begun where the room is full, and takes a place in it", async () => {
      await roster("rings", "rings");
      const request = await ask();
      await ringing(request);
      const others: { id: string }[] = await query(
        `insert into clerk (email, name, role, is_active) select gen_random_uuid() || '@x.example', 'Many', 'clerk', true
         from generate_series(1, $1::int) returning id`,
        [guestsPerMeeting],
      );
      const answers = [];
      for (const { id } of others)
        answers.push(await post(`/api/meetings/${request.meeting.booked.meetingId}/colleagues`, { clerkId: id }));
      expect(answers.map(code)).to.deep.equal([
        ...Array(guestsPerMeeting - 1).fill("200 undefined"),
        "409 company_full",
      ]);
      expect(code(await askFor(request.meeting))).to.equal("409 company_full");
    });
    it("is one request for the same requestId", async () => {
      await roster("rings");
      const requestId = randomUUID();
      const request = await ask({ requestId });
      expect((await asked(request, { requestId })).id).to.equal(request.id);
    });
  });
});
