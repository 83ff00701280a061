import { randomUUID } from "node:crypto";
import { guestsPerMeeting } from "@balie/contract/company";
import { expect } from "chai";
import { decodeJwt } from "jose";
import type { CookieJar, TestApp } from "../../../test/app.js";
import { code, type InCall, startCalls } from "../../../test/calls.js";
import { openEventStream } from "../../../test/event-stream.js";
import { book, colleague, demoClerk, quarterAfter, signIn } from "../../../test/factories.js";
import type { Service } from "../services/service.entity.js";

const now = new Date("2026-11-23T09:00:00Z");

describe("company", () => {
  const calls = startCalls(now);
  const { query, inCall } = calls;
  let app: TestApp;
  let service: Service;
  let clerk: CookieJar;
  let karim: CookieJar;
  let karimId: string;

  before(async () => {
    ({ app, service, clerk } = calls.begun());
    karim = await signIn(app, colleague);
    [{ id: karimId }] = await query("select id from clerk where email = $1", [colleague.email]);
    // Karim is at another counter than the meetings.
    await query("delete from clerk_counter where clerk_id = $1 and counter_id = $2", [karimId, service.counterId]);
  });

  const post = (path: string, jar: CookieJar, body: unknown = {}) => app.call("POST", path, { jar, body });
  const ask = ({ booked }: InCall, clerkId = karimId, jar = clerk) =>
    post(`/api/meetings/${booked.meetingId}/colleagues`, jar, { clerkId });
  const to = (id: string, what: string, jar = karim, body: unknown = {}) =>
    post(`/api/colleague-requests/${id}/${what}`, jar, body);
  const accept = (id: string, jar = karim) => to(id, "answer", jar, { accepts: true });
  const decline = (id: string, jar = karim) => to(id, "answer", jar, { accepts: false });
  const withdraw = (id: string, jar = clerk) => to(id, "withdrawal", jar);
  const tell = ({ browser }: InCall, guestId: string) =>
    post(`/api/arrivals/${browser.arrivalId}/guests/${guestId}/told`, browser.jar);
  const end = ({ booked }: InCall) => post(`/api/meetings/${booked.meetingId}/end`, clerk);
  const asked = async (meeting: InCall): Promise<string> => {
    const answer = await ask(meeting);
    expect(answer.status, answer.text).to.equal(200);
    return answer.json.id;
  };
  /** Accepted, and the citizen was told. */
  const entered = async () => {
    const meeting = await inCall();
    const id = await asked(meeting);
    const guestId: string = (await accept(id)).json.guest.id;
    await tell(meeting, guestId);
    return { meeting, id, guestId };
  };
  const consoleOf = async (jar: CookieJar) => openEventStream(`${app.url}/api/queue/events`, jar);

  it("can be chosen from the municipality's clerks, at whatever counter, by who leads the meeting alone", async () => {
    const { booked } = await inCall();
    await query(
      "insert into clerk (email, name, role, is_active) values ('away@x.example', 'Away', 'clerk', false), ('new@x.example', 'New', 'clerk', true)",
    );
    const list = (jar: CookieJar) => app.call("GET", `/api/meetings/${booked.meetingId}/colleagues`, { jar });
    const { colleagues } = (await list(clerk)).json;
    expect(colleagues.map(({ name }: { name: string }) => name)).to.deep.equal(["Karim Haddad"]);
    expect(colleagues[0]).to.include({ clerkId: karimId, isInCall: false });
    expect(colleagues[0].counterNames).to.have.length(1);
    expect(code(await list(karim))).to.equal("404 not_found");
  });

  it("is asked in, live, and enters once the citizen was told: with the role of a colleague, no moderator", async () => {
    const meeting = await inCall();
    const stream = await consoleOf(karim);
    await stream.seen("nothing yet", ({ asked: some }) => some?.length === 0);
    const id = await asked(meeting);
    app.refresh(`counter:${service.counterId}`);
    const view = await stream.seen("the question", ({ asked: some }) => some?.length === 1);
    expect(view.asked[0]).to.deep.include({ id, state: "asked", guest: null, people: [] });
    expect(view.asked[0].leader.name).to.equal("An Peeters");
    expect(code(await to(id, "call-token"))).to.equal("409 colleague_not_accepted");

    const accepted = (await accept(id)).json;
    expect(accepted.guest.state).to.equal("announced");
    expect(accepted.people.map(({ role }: { role: string }) => role)).to.deep.equal(["clerk", "citizen", "colleague"]);
    expect(code(await to(id, "call-token"))).to.equal("409 guest_not_told");
    await tell(meeting, accepted.guest.id);
    const answer = await to(id, "call-token");
    expect(answer.json).to.include({ userId: accepted.guest.id, role: "colleague" });
    expect(decodeJwt<{ context: object }>(answer.json.token).context).to.deep.equal({
      user: { id: accepted.guest.id, name: "Karim Haddad", role: "colleague" },
      features: {},
    });
    app.refresh();
    const told = await stream.seen("admitted", ({ asked: some }) => some?.[0]?.guest?.state === "admitted");
    expect(told.asked[0].people.at(-1)).to.include({ name: "Karim Haddad", isAnnounced: false });
    stream.close();
  });

  it("asked twice, or by two at once, is asked once", async () => {
    const meeting = await inCall();
    const answers = await Promise.all([ask(meeting), ask(meeting), ask(meeting)]);
    expect(new Set(answers.map(({ json }) => json.id)).size).to.equal(1);
    const id = answers[0]!.json.id;
    await Promise.all([accept(id), accept(id)]);
    expect((await ask(meeting)).json).to.deep.include({ id, state: "accepted" });
    expect(await query("select 1 from guest where meeting_id = $1", [meeting.booked.meetingId])).to.have.length(1);
  });

  it("is asked by who leads alone, of clerks whose account works, in a meeting in progress", async () => {
    const meeting = await inCall();
    expect(code(await ask(meeting, karimId, karim))).to.equal("404 not_found");
    const [{ id: ownId }] = await query("select id from clerk where email = $1", [demoClerk.email]);
    for (const clerkId of [randomUUID(), ownId, ownId.toUpperCase()])
      expect(code(await ask(meeting, clerkId))).to.equal("404 not_found");
    await query("update clerk set is_active = false where id = $1", [karimId]);
    expect(code(await ask(meeting))).to.equal("404 not_found");
    await query("update clerk set is_active = true where id = $1", [karimId]);
    const planned = await book(app, service.id, quarterAfter(now, 600));
    expect(code(await ask({ ...meeting, booked: planned }))).to.equal("404 not_found");
    await end(meeting);
    expect(code(await ask(meeting))).to.equal("410 meeting_ended");
  });

  it("declines, and may be asked again", async () => {
    const meeting = await inCall();
    const id = await asked(meeting);
    expect((await decline(id)).json.state).to.equal("declined");
    expect((await decline(id)).status).to.equal(200);
    expect(code(await accept(id))).to.equal("409 colleague_answered");
    const second = await asked(meeting);
    expect(second).to.not.equal(id);
    expect((await accept(second)).json.state).to.equal("accepted");
    expect(code(await decline(second))).to.equal("409 colleague_answered");
  });

  it("is not asked any more when the question is taken back, also when both happen at once", async () => {
    const meeting = await inCall();
    const id = await asked(meeting);
    expect(code(await withdraw(id, karim))).to.equal("404 not_found");
    expect((await withdraw(id)).json.state).to.equal("withdrawn");
    expect((await withdraw(id)).status).to.equal(200);
    expect(code(await accept(id))).to.equal("409 colleague_withdrawn");
    const other = await asked(meeting);
    const answers = await Promise.all([accept(other), withdraw(other)]);
    expect(answers.map(code)).to.have.members(
      answers[0].status === 200
        ? ["200 undefined", "409 colleague_answered"]
        : ["200 undefined", "409 colleague_withdrawn"],
    );
  });

  it("answers and enters for themselves alone", async () => {
    const { meeting, id } = await entered();
    for (const what of ["call-token", "departure"]) expect(code(await to(id, what, clerk))).to.equal("404 not_found");
    const second = await inCall();
    const unanswered = await asked(second);
    expect(code(await accept(unanswered, clerk))).to.equal("404 not_found");
    expect((await to(id, "call-token")).status).to.equal(200);
    await end(meeting);
  });

  it("goes, and is out: to come back they are asked again", async () => {
    const { meeting, id, guestId } = await entered();
    expect((await to(id, "departure")).json.guest.state).to.equal("left");
    expect((await to(id, "departure")).status).to.equal(200);
    expect(code(await to(id, "call-token"))).to.equal("410 guest_gone");
    expect(await query("select 1 from room_order where user_id = $1", [guestId])).to.have.length(1);
    const again = await asked(meeting);
    expect(again).to.not.equal(id);
    expect((await accept(again)).json.guest.id).to.not.equal(guestId);
  });

  it("is put out by who leads, gets no token any more, and is told so", async () => {
    const { meeting, id, guestId } = await entered();
    const stream = await consoleOf(karim);
    await post(`/api/meetings/${meeting.booked.meetingId}/guests/${guestId}/removal`, clerk);
    app.refresh();
    const view = await stream.seen("the removal", ({ asked: some }) =>
      some?.some((one: any) => one.id === id && one.guest?.state === "removed"),
    );
    expect(view.asked.find((one: any) => one.id === id).people).to.deep.equal([]);
    expect(code(await to(id, "call-token"))).to.equal("410 guest_gone");
    stream.close();
  });

  it("is out with the end of the meeting: nothing is asked any more", async () => {
    const { meeting, id } = await entered();
    const waiting = await inCall();
    const unanswered = await asked(waiting);
    await Promise.all([end(meeting), end(waiting)]);
    expect(code(await to(id, "call-token"))).to.equal("410 meeting_ended");
    expect(code(await accept(unanswered))).to.equal("410 meeting_ended");
    expect(code(await withdraw(unanswered))).to.equal("410 meeting_ended");
    const stream = await consoleOf(karim);
    const view = await stream.seen("what is asked", ({ asked: some }) => some !== undefined);
    expect(view.asked.filter((one: any) => [id, unanswered].includes(one.id))).to.deep.equal([]);
    stream.close();
  });

  it("is not more than the room holds", async () => {
    const meeting = await inCall();
    const clerks: { id: string }[] = await query(
      "insert into clerk (email, name, role, is_active) select 'many' || n || '@x.example', 'Many ' || n, 'clerk', true from generate_series(1, $1::int) n returning id",
      [guestsPerMeeting],
    );
    for (const { id } of clerks) expect((await ask(meeting, id)).status).to.equal(200);
    expect(code(await ask(meeting))).to.equal("409 company_full");
  });
});
