import { randomUUID } from "node:crypto";
import { expect } from "chai";
import type { CookieJar, TestApp } from "../../../test/app.js";
import { code } from "../../../test/calls.js";
import { admit, book, quarterAfter } from "../../../test/factories.js";
import { startHandovers } from "../../../test/handovers.js";
import { consoleSilenceSeconds, forgetSilentConsoles } from "./open-consoles.js";

const now = new Date("2026-11-23T09:00:00Z");

describe("a meeting handed to a colleague", () => {
  const handovers = startHandovers(now);
  const { query, waiting, led, noteConsole, later, context } = handovers;
  const { ask, asked, say, tell, end, stateOf, entryOf, ordersFor } = handovers;
  let app: TestApp;
  let an: CookieJar;
  let karim: CookieJar;
  let anId: string;
  let karimId: string;

  beforeEach(() => {
    ({ app, an, karim, anId, karimId } = handovers.begun());
  });

  it("is offered to clerks of its counter at their console, by who leads it alone", async () => {
    const meeting = await led();
    const list = (jar: CookieJar) => app.call("GET", `/api/meetings/${meeting.booked.meetingId}/handovers`, { jar });
    expect((await list(an)).json.successors).to.deep.include({
      clerkId: karimId,
      name: "Karim Haddad",
      isInMeeting: false,
      leadsAnother: false,
    });
    expect(code(await list(karim))).to.equal("403 forbidden");
    expect(code(await ask(meeting, anId, karim))).to.equal("403 forbidden");
    for (const clerkId of [randomUUID(), anId]) expect(code(await ask(meeting, clerkId))).to.equal("404 not_found");
    const planned = await book(app, handovers.begun().service.id, quarterAfter(now, 600));
    expect(code(await ask({ ...meeting, booked: planned }))).to.equal("403 forbidden");

    later(consoleSilenceSeconds + 1);
    await forgetSilentConsoles(context().db, app.clock.now);
    expect((await list(an)).json.successors).to.deep.equal([]);
    expect(code(await ask(meeting))).to.equal("409 clerk_away");
    await noteConsole(karimId);
    const rows = await query("delete from clerk_counter where clerk_id = $1 and counter_id = $2 returning *", [
      karimId,
      handovers.begun().service.counterId,
    ]);
    expect(code(await ask(meeting)), "of another counter").to.equal("404 not_found");
    expect((await list(an)).json.successors).to.deep.equal([]);
    for (const { clerk_id, counter_id } of rows[0])
      await query("insert into clerk_counter (clerk_id, counter_id) values ($1, $2)", [clerk_id, counter_id]);
    await query("update clerk set is_active = false where id = $1", [karimId]);
    expect(code(await ask(meeting)), "without an account that works").to.equal("404 not_found");
    await query("update clerk set is_active = true where id = $1", [karimId]);
    await end(meeting);
    expect(code(await ask(meeting))).to.equal("410 meeting_ended");
  });

  it("asked twice, or by two clicks at once, is one question", async () => {
    const meeting = await led();
    const answers = await Promise.all([ask(meeting), ask(meeting), ask(meeting)]);
    expect(new Set(answers.map(({ json }) => json.id)).size).to.equal(1);
    const id = answers[0]!.json.id;
    await Promise.all([say(id, true), say(id, true)]);
    await Promise.all([tell(meeting, id), tell(meeting, id)]);
    expect(await stateOf(id)).to.equal("taken");
    expect(await ordersFor(meeting, anId)).to.have.length(1);
  });

  it("goes to nobody who leads another meeting, asked or answering, or who began one meanwhile", async () => {
    const lead = async () => {
      const { booked, browser } = await waiting();
      expect((await admit(app, karim, booked, browser)).status).to.equal(200);
      return { booked, browser };
    };
    const [meeting, first] = [await led(), await lead()];
    expect(code(await ask(meeting))).to.equal("409 clerk_busy");
    await noteConsole(anId);
    expect(code(await ask(first, anId, karim)), "each to the other").to.equal("409 clerk_busy");
    await end(first, karim);
    const id = await asked(meeting);
    const second = await lead();
    expect(code(await say(id, true))).to.equal("409 clerk_busy");
    await end(second, karim);
    await say(id, true);
    await lead();
    expect((await tell(meeting, id)).status).to.equal(200);
    expect(await stateOf(id)).to.equal("lapsed");
    expect((await entryOf(meeting)).clerk.id).to.equal(anId);
  });
});
