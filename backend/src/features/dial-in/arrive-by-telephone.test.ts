import { randomUUID } from "node:crypto";
import { expect } from "chai";
import type { TestApp } from "../../../test/app.js";
import { startCallers } from "../../../test/callers.js";
import { code } from "../../../test/calls.js";
import { arrive } from "../../../test/factories.js";
import { minute, unknown } from "../../../test/voice-menu.js";
import { leaseSeconds } from "./caller.rules.js";

const now = new Date("2026-11-23T09:00:00Z");

describe("a citizen without internet", () => {
  const callers = startCallers(now);
  const { query, asMenu, entryOf, booked, type, again, hangUp, waits, callerOf, later, round } = callers;
  let app: TestApp;

  before(() => {
    ({ app } = callers.begun());
  });

  describe("waits in the queue", () => {
    it("like everybody, by telephone, and hears their place", async () => {
      const first = await booked({});
      await arrive(app, first);
      const one = await booked();
      later(1_000);
      const answer = await type(one.pin);
      expect(answer.json).to.include({ place: "queue", askAgainSeconds: 5, language: "nl" });
      expect(answer.json.position).to.equal(2);
      expect(answer.json.say).to.equal("U wacht op uw beurt. Voor u wacht nog één mens. Blijf aan de lijn.");
      const entry = await entryOf(one);
      expect(entry).to.include({ status: "waiting", medium: "video" });
      expect(entry.arrivals[0]).to.include({ state: "waiting", isByPhone: true, isConnected: true, isInCall: false });
      await query("update meeting set status = 'ended', ended_at = now() where id = $1", [first.meetingId]);
      const next = await again(answer.json.ticket);
      expect([next.json.position, next.json.say]).to.deep.equal([
        1,
        "U bent de volgende. Blijf aan de lijn. U hoeft niets te doen.",
      ]);
    });
    it("and not before the waiting room opens: they hear from when on", async () => {
      const one = await booked();
      app.clock.now = new Date(one.startsAt.getTime() - 31 * minute);
      const answer = await type(one.pin);
      expect(answer.json).to.include({ place: "too_early", ticket: null, askAgainSeconds: null });
      expect(answer.json.say).to.match(
        /^U belt te vroeg. U kunt bellen vanaf \d\d:\d\d. Uw afspraak is om \d\d:\d\d.$/,
      );
      expect((await entryOf(one)).arrivals).to.deep.equal([]);
    });
    it("and is like nobody two hours before, and after the waiting room has closed", async () => {
      const one = await booked();
      for (const at of [-121, 76]) {
        app.clock.now = new Date(one.startsAt.getTime() + at * minute);
        expect(code(await type(one.pin)), String(at)).to.equal(unknown);
      }
    });
    it("until they hang up; the same PIN puts them at the end", async () => {
      const { booked: one, ticket } = await waits();
      expect((await hangUp(ticket)).status).to.equal(200);
      expect(await entryOf(one)).to.include({ status: "planned" });
      expect((await hangUp(ticket)).status).to.equal(200);
      later(minute);
      expect((await type(one.pin)).json.place).to.equal("queue");
      expect((await callerOf(one)).arrivedAt).to.equal(app.clock.now.toISOString());
    });
    it("until the voice menu asks no more: three questions, and not two", async () => {
      const { booked: one, ticket } = await waits();
      later(leaseSeconds * 1_000 - 1);
      await round();
      expect(await entryOf(one)).to.include({ status: "waiting" });
      await again(ticket);
      later(leaseSeconds * 1_000 + 1);
      await round();
      expect(await entryOf(one)).to.include({ status: "planned" });
      expect((await again(ticket)).json.place).to.equal("queue");
      expect(await entryOf(one)).to.include({ status: "waiting" });
    });
    it("once: a second call with the PIN holds the place, and the first one is no more", async () => {
      const { booked: one, ticket } = await waits();
      const { arrivedAt } = await callerOf(one);
      later(minute);
      const second = await type(one.pin);
      expect(second.json.ticket).to.not.equal(ticket);
      expect(code(await again(ticket))).to.equal("404 not_found");
      expect((await entryOf(one)).arrivals).to.have.length(1);
      expect((await callerOf(one)).arrivedAt).to.equal(arrivedAt);
    });
    it("once, also when four call at the same moment", async () => {
      const one = await booked();
      const answers = await Promise.all(Array.from({ length: 4 }, () => type(one.pin)));
      expect(answers.map(code)).to.deep.equal(Array(4).fill("200 undefined"));
      expect((await entryOf(one)).arrivals).to.have.length(1);
      const held = await Promise.all(answers.map(({ json }) => again(json.ticket)));
      expect(held.filter(({ status }) => status === 200)).to.have.length(1);
    });
    it("while others guess: their questions carry no PIN, and nothing holds them back", async () => {
      const { ticket } = await waits();
      for (let n = 0; n < 10; n++) await type(String(n).repeat(8));
      expect(code(await type("99999999"))).to.equal("429 too_many_requests");
      expect((await again(ticket)).json.place).to.equal("queue");
    });
    it("only where the voice menu can let them: another one is told so, and nobody waits", async () => {
      const one = await booked();
      expect(code(await type(one.pin, false))).to.equal("409 menu_cannot_wait");
      expect((await entryOf(one)).arrivals).to.deep.equal([]);
    });
    it("and hears when it was cancelled meanwhile, or its time is over", async () => {
      const cancelled = await booked();
      await app.call("POST", "/api/appointment/cancellation", { body: {}, bearer: cancelled.token });
      expect((await type(cancelled.pin)).json).to.include({ place: "cancelled", ticket: null });
      const { booked: one, ticket } = await waits();
      app.clock.now = new Date(one.startsAt.getTime() + 200 * minute);
      expect((await again(ticket)).json).to.include({ place: "over", ticket: null });
    });
    it("behind the voice menu's secret alone", async () => {
      const { ticket } = await waits();
      for (const path of [`/api/dial-in/calls/${ticket}`, `/api/dial-in/calls/${ticket}/departure`])
        expect(code(await asMenu(path, {}, "Bearer x"))).to.equal("401 unauthenticated");
      expect(code(await asMenu("/api/dial-in/calls/no-id"))).to.equal("422 invalid_input");
      expect(code(await again(randomUUID()))).to.equal("404 not_found");
    });
    it("and no browser's arrival is a call: its tab opens nothing", async () => {
      const one = await booked({});
      const tabId = randomUUID();
      await arrive(app, one, new Map(), tabId);
      expect(code(await again(tabId))).to.equal("404 not_found");
    });
  });
});
