import { randomUUID } from "node:crypto";
import { expect } from "chai";
import type { CookieJar, TestApp } from "../../../test/app.js";
import { code } from "../../../test/calls.js";
import { colleague, signIn } from "../../../test/factories.js";
import { startHandovers } from "../../../test/handovers.js";

const now = new Date("2026-11-23T09:00:00Z");

describe("a meeting handed to a colleague", () => {
  const handovers = startHandovers(now);
  const { query, led, noteConsole, ask, asked, say, withdraw, tell, stateOf, entryOf } = handovers;
  let app: TestApp;
  let an: CookieJar;
  let karim: CookieJar;
  let anId: string;
  let karimId: string;

  before(() => {
    ({ app, an, karim, anId, karimId } = handovers.begun());
  });

  it("two who are asked click at once: one takes it, the other is told that it is over", async () => {
    const meeting = await led();
    const [{ id: bea }] = await query(
      `insert into clerk (email, name, role, is_active, password_hash) select 'bea@x.example', 'Bea Baas', 'admin', true, password_hash
       from clerk where email = $1 on conflict (email) do update set is_active = true returning id`,
      [colleague.email],
    );
    await noteConsole(bea);
    const beaJar = await signIn(app, { email: "bea@x.example", password: colleague.password });
    const ids = [await asked(meeting), (await ask(meeting, bea)).json.id];
    const answers = await Promise.all([say(ids[0]!, true), say(ids[1]!, true, beaJar)]);
    expect(answers.map(code)).to.have.members(["200 undefined", "409 handover_over"]);
    const winner = answers[0].status === 200 ? 0 : 1;
    expect(await stateOf(ids[1 - winner]!)).to.equal("withdrawn");
    const other = winner === 0 ? bea : karimId;
    expect(code(await ask(meeting, other))).to.equal("409 handover_accepted");
    await query("update clerk set is_active = false where id = $1", [bea]);
  });

  it("is declined, also after a yes until the citizen was told, and may be asked again", async () => {
    const meeting = await led();
    const first = await asked(meeting);
    expect((await say(first, false)).json.state).to.equal("declined");
    expect((await say(first, false)).status).to.equal(200);
    expect(code(await say(first, true))).to.equal("409 handover_over");
    const second = await asked(meeting);
    expect(second).to.not.equal(first);
    await say(second, true);
    expect((await say(second, false)).json.state).to.equal("declined");
    expect(code(await tell(meeting, second))).to.equal("410 guest_gone");
    expect((await entryOf(meeting)).clerk.id).to.equal(anId);
  });

  it("is taken back until it is taken, by who leads alone; also when both happen at once", async () => {
    const meeting = await led();
    const id = await asked(meeting);
    expect(code(await withdraw(id, karim))).to.equal("403 forbidden");
    expect(code(await withdraw(randomUUID()))).to.equal("404 not_found");
    expect((await withdraw(id)).json.state).to.equal("withdrawn");
    expect((await withdraw(id)).status).to.equal(200);
    expect(code(await say(id, true))).to.equal("409 handover_over");
    const second = await asked(meeting);
    await say(second, true);
    const [told, back] = await Promise.all([tell(meeting, second), withdraw(second)]);
    const isTaken = (await stateOf(second)) === "taken";
    expect([code(told), code(back)]).to.deep.equal(
      isTaken ? ["200 undefined", "403 forbidden"] : ["410 guest_gone", "200 undefined"],
    );
    expect((await entryOf(meeting)).clerk.id).to.equal(isTaken ? karimId : anId);
    const third = isTaken ? null : await asked(meeting);
    if (third) expect((await say(third, false)).status).to.equal(200);
    if (third) expect(code(await withdraw(third))).to.equal("409 handover_over");
  });

  it("is answered by who is asked, and told of by that citizen", async () => {
    const meeting = await led();
    const id = await asked(meeting);
    expect(code(await say(id, true, an))).to.equal("404 not_found");
    expect(code(await tell(meeting, id)), "nobody said yes").to.equal("410 guest_gone");
    await say(id, true);
    const other = await led();
    expect(code(await tell({ ...meeting, browser: other.browser }, id))).to.equal("404 not_found");
    await query("update arrival set state = 'waiting' where id = $1", [meeting.browser.arrivalId]);
    expect(code(await tell(meeting, id))).to.equal("403 not_admitted");
    expect(await stateOf(id)).to.equal("accepted");
  });

  it("does not go to who works at its counter no more", async () => {
    const meeting = await led();
    const id = await asked(meeting);
    await query("update clerk set is_active = false where id = $1", [karimId]);
    const answer = await say(id, true);
    expect(answer.status).to.be.within(400, 499);
    await query("update clerk set is_active = true where id = $1", [karimId]);
    const [rows] = await query("delete from clerk_counter where clerk_id = $1 returning *", [karimId]);
    expect(code(await say(id, true))).to.equal("404 not_found");
    for (const { clerk_id, counter_id } of rows)
      await query("insert into clerk_counter (clerk_id, counter_id) values ($1, $2)", [clerk_id, counter_id]);
  });
});
