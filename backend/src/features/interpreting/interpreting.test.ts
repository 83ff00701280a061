import { randomUUID } from "node:crypto";
import { expect } from "chai";
import type { CookieJar, TestApp } from "../../../test/app.js";
import { openEventStream } from "../../../test/event-stream.js";
import type { TestPhone } from "../../../test/phone.js";
import { startPhoneRequests } from "../../../test/phone-requests.js";

describe("the search for an interpreter", function () {
  this.timeout(30_000);
  const search = startPhoneRequests();
  const { query, within, post, talking, asked, ask, skip, seen, callsOf, told, peopleOf, ringing, allHungUp, roster } =
    search;
  let app: TestApp;
  let clerk: CookieJar;
  let phone: TestPhone;

  beforeEach(() => {
    ({ app, clerk, phone } = search.begun());
  });

  it("ends with the first who answers: live in the console, announced to the citizen, let into the room", async () => {
    const [first] = await roster("rings", "answers");
    const stream = await openEventStream(`${app.url}/api/queue/events`, clerk);
    await stream.seen("nothing yet", ({ requests }) => requests?.length === 0);
    const request = await ask();
    const call = await ringing(request);
    expect((await peopleOf(request.meeting)).at(-1)).to.include({
      ...{ userId: call.id, name: first!.name, role: "interpreter", language: "tr", isAnnounced: true },
    });
    const { browser } = request.meeting;
    await post(`/api/arrivals/${browser.arrivalId}/guests/${call.id}/told`, {}, browser.jar);
    expect((await peopleOf(request.meeting)).at(-1)).to.include({ role: "interpreter", isAnnounced: true });

    phone.prosody.answer(request.room, call.id);
    await seen(request, "connected");
    expect((await peopleOf(request.meeting)).at(-1)).to.include({ userId: call.id, isAnnounced: false });
    app.refresh();
    const view = await stream.seen("connected", ({ requests }) => requests?.[0]?.state === "connected");
    expect(view.requests[0].calls).to.have.length(1);
    expect(view.requests[0].calls[0]).to.include({
      id: call.id,
      name: first!.name,
      state: "connected",
      ringsUntil: null,
    });
    stream.close();
    expect(phone.prosody.rings.map(({ to }) => to)).to.deep.equal([first!.address]);
    expect(await query("select from room_order where user_id = $1", [call.id])).to.have.length(0);
  });

  it("goes on when three do not answer, lets each ring long enough, and hangs them up", async () => {
    const people = await roster("rings", "rings", "rings", "answers");
    await within({ ringSeconds: 1.5 });
    const request = await ask();
    await seen(request, "connected");
    expect(await told(request)).to.deep.equal([
      ...["Tolk 1 unanswered", "Tolk 2 unanswered", "Tolk 3 unanswered"],
      "Tolk 4 connected",
    ]);
    expect(phone.prosody.rings.map(({ to }) => to)).to.deep.equal(people.map(({ address }) => address));
    for (const [position, { from }] of phone.prosody.rings.slice(1).entries()) {
      const before = phone.prosody.rings[position]!;
      expect(from - before.from).to.be.at.least(1_450);
      expect(before.until).to.not.equal(null);
    }
    expect((await callsOf(request)).map(({ guest }) => guest)).to.deep.equal(["left", "left", "left", "admitted"]);
  });

  it("is over when nobody answers, and when nobody is there to be called", async () => {
    await roster("rings", "rings");
    await within({ ringSeconds: 1 });
    const request = await ask();
    expect(await seen(request, "unanswered")).to.include({ why: "all_tried" });
    expect(await told(request)).to.deep.equal(["Tolk 1 unanswered", "Tolk 2 unanswered"]);
    await allHungUp(request);
    const other = await ask({ language: "prs" });
    expect(await seen(other, "unanswered")).to.include({ why: "none_available" });
  });

  it("goes on at once when the line is busy, and when whoever is rung turns it down", async () => {
    await roster("busy", "declines", "refused", "answers");
    const request = await ask();
    await seen(request, "connected");
    expect(await told(request)).to.deep.equal([
      ...["Tolk 1 refused", "Tolk 2 refused", "Tolk 3 refused"],
      "Tolk 4 connected",
    ]);
  });

  it("passes over who is away, out of hours, no longer active, or does not speak the language", async () => {
    const people = await roster("answers", "answers", "answers", "answers", "answers");
    const set = (position: number, change: string) =>
      query(`update interpreter set ${change} where address = $1`, [people[position]!.address]);
    await set(0, "away_from = current_date - 1, away_until = current_date + 1");
    const weekday = ((new Date().getUTCDay() + 2) % 7) + 1;
    await set(1, `hours = '[{"days": [${weekday}], "from": "00:00", "until": "24:00"}]'`);
    await set(2, "is_active = false");
    await set(3, "languages = '{vgt}'");
    const request = await ask();
    await seen(request, "connected");
    expect(await told(request)).to.deep.equal(["Tolk 5 connected"]);
  });

  it("takes, among equals, whoever was called longest ago", async () => {
    const [first, second] = await roster("answers", "answers");
    await query("update interpreter set rank = 5, last_called_at = now() - interval '1 hour' where address = $1", [
      first!.address,
    ]);
    await query("update interpreter set rank = 5, last_called_at = now() - interval '2 hours' where address = $1", [
      second!.address,
    ]);
    const request = await ask();
    await seen(request, "connected");
    expect(await told(request)).to.deep.equal(["Tolk 2 connected"]);
    const [{ fresh }] = await query(
      "select last_called_at > now() - interval '1 minute' fresh from interpreter where address = $1",
      [second!.address],
    );
    expect(fresh).to.equal(true);
  });

  it("takes the next at the clerk's wish, and not two for a double click", async () => {
    await roster("rings", "rings", "answers");
    const request = await ask();
    const first = await ringing(request);
    await query("update interpreter_call set dialled_at = now() - interval '2 seconds' where id = $1", [first.id]);
    expect((await skip(request)).json).to.include({ state: "queued" });
    await ringing(request, 1);
    await skip(request);
    expect(await told(request)).to.deep.equal(["Tolk 1 unanswered", "Tolk 2 dialling"]);
    expect(phone.prosody.legs(request.room)).to.have.length(1);
  });

  it("of many at once never calls one person twice, and loses none", async () => {
    await roster(
      ...Array.from({ length: 9 }, (_, position) => (position < 3 ? ("rings" as const) : ("answers" as const))),
    );
    await within({ ringSeconds: 2 });
    const meetings = [];
    for (let count = 0; count < 6; count += 1) meetings.push(await talking());
    const requests = await Promise.all(meetings.map((meeting) => asked(meeting)));
    for (const request of requests) await seen(request, "connected");
    const taken = (await Promise.all(requests.map(callsOf))).flat().filter(({ state }) => state === "connected");
    expect(new Set(taken.map(({ name }) => name)).size).to.equal(6);
    expect(overlapping(phone.prosody.rings)).to.deep.equal([]);
  });

  it("is kept by the database itself from a second call to whoever is in one", async () => {
    await roster("rings");
    const request = await ask();
    const { id, interpreter_id, room } = await ringing(request);
    const second = () =>
      query(
        `with other as (
           insert into interpreter_request (meeting_id, request_id, clerk_id, language, state, asked_at, due_at)
           select meeting_id, gen_random_uuid(), clerk_id, language, state, asked_at, due_at from interpreter_request where id = $2
           returning id)
         insert into interpreter_call (id, request_id, interpreter_id, room, state, dialled_at, rings_until)
         select $1, other.id, $3, $4, 'dialling', now(), now() from other`,
        [randomUUID(), request.id, interpreter_id, room],
      ).catch((fault) => fault.driverError.constraint);
    expect(await second()).to.equal("interpreter_in_one_call");
    expect((await callsOf(request)).map((call) => call.id)).to.deep.equal([id]);
  });
});

/** Telephones that two calls made ring at once. */
function overlapping(rings: TestPhone["prosody"]["rings"]): string[] {
  return rings.flatMap((one, position) =>
    rings
      .slice(position + 1)
      .filter(({ to, from }) => to === one.to && from < (one.until ?? Number.POSITIVE_INFINITY))
      .map(({ to }) => to),
  );
}
