import { randomUUID } from "node:crypto";
import type { InterpreterInput } from "@balie/contract/interpreters";
import { expect } from "chai";
import { decodeJwt } from "jose";
import type { Answer, CookieJar, TestApp } from "../../../test/app.js";
import { code, type InCall, startCalls } from "../../../test/calls.js";
import { openEventStream } from "../../../test/event-stream.js";
import {
  admit,
  arrive,
  book,
  colleague,
  interpreterOf,
  newTab,
  quarterAfter,
  reservationTokenOf,
  seek,
  signIn,
  signInAsAdministrator,
} from "../../../test/factories.js";
import { startTestPhone, type TestPhone } from "../../../test/phone.js";
import { until } from "../../../test/until.js";
import { sealToken, unsealToken } from "../../platform/tokens.js";
import { resealLinks } from "../appointments/reseal-links.js";
import { Interpreter } from "../interpreters/interpreter.entity.js";
import { reconcileRooms } from "../meetings/hear-rooms.js";
import { composeAskedMail } from "./compose-asked-mail.js";
import { endAbsent } from "./end-absent.js";
import { forgetCalls } from "./forget-calls.js";
import { hearLegs } from "./hear-legs.js";
import { InterpreterLink } from "./interpreter-link.entity.js";

const now = new Date();
type Visitor = { token: string; jar: CookieJar; tabId: string; linkId: string };
type Asked = { meeting: InCall; room: string; id: string };

describe("an interpreter by video", function () {
  this.timeout(30_000);
  // Nobody can be phoned here.
  const calls = startCalls(now);
  const { query, inCall } = calls;
  let app: TestApp;
  let clerk: CookieJar;
  let phone: TestPhone;
  let hunts: Awaited<ReturnType<TestPhone["startHunts"]>>;

  before(() => {
    ({ app, clerk } = calls.begun());
  });
  beforeEach(async () => {
    await query("delete from interpreter_link");
    await query("delete from interpreter_request");
    await query("delete from interpreter_call");
    await query("delete from interpreter_reservation");
    // Nobody is sought any more for what earlier tests booked.
    await query("update appointment set interpreter_language = null");
    await query("delete from interpreter");
    phone = await startTestPhone(app);
    hunts = await phone.startHunts();
  });
  afterEach(async () => {
    await hunts.stop();
    await phone.stop();
  });

  const post = (path: string, body: unknown = {}, jar = clerk): Promise<Answer> =>
    app.call("POST", path, { jar, body });
  /** On the roster, in this order; each can be mailed. */
  const roster = async (...people: Partial<InterpreterInput>[]) => {
    for (const [index, one] of people.entries())
      await app.database.dataSource.getRepository(Interpreter).save(
        interpreterOf({
          ...{ name: `Tolk ${index + 1}`, address: `+3247100000${index}`, rank: index + 1, languages: ["vgt"] },
          ...{ email: `tolk${index + 1}@example.org`, ...one },
        }),
      );
  };
  const talking = async () => {
    const meeting = await inCall();
    const [{ room }] = await query("select room from meeting where id = $1", [meeting.booked.meetingId]);
    phone.prosody.openRoom(room);
    return { meeting, room: room as string };
  };
  const askFor = ({ booked }: Pick<InCall, "booked">, changes: object = {}, jar = clerk) => {
    const asked = { requestId: randomUUID(), language: "vgt", medium: "video", callAgain: null, ...changes };
    return post(`/api/meetings/${booked.meetingId}/interpreters`, asked, jar);
  };
  const ask = async (changes: object = {}): Promise<Asked> => {
    const at = await talking();
    const answer = await askFor(at.meeting, changes);
    expect(answer.status, answer.text).to.equal(200);
    return { ...at, id: answer.json.id };
  };
  const callsOf = ({ id }: { id: string }): Promise<any[]> =>
    query(
      `select c.*, i.name, g.state guest from interpreter_call c join interpreter i on i.id = c.interpreter_id join guest g on g.id = c.id
       where request_id = $1 order by dialled_at, c.id`,
      [id],
    );
  const called = (request: { id: string }, which = 0) =>
    until("somebody is asked", async () => (await callsOf(request))[which]);
  const seen = (request: { id: string }, state: string) =>
    until(`the request is ${state}`, async () => {
      const [row] = await query("select state, why from interpreter_request where id = $1", [request.id]);
      return row.state === state ? row : null;
    });
  const callSeen = (request: { id: string }, title: string, isSo: (call: any) => boolean) =>
    until(title, async () => {
      const call = (await callsOf(request)).at(-1);
      return call && isSo(call) ? call : null;
    });
  const linkOf = async (callId: string): Promise<InterpreterLink> =>
    app.database.dataSource.getRepository(InterpreterLink).findOneByOrFail({ guestId: callId });
  const tokenOf = async (callId: string) => unsealToken(app.config.APP_SECRET, (await linkOf(callId)).linkSealed);
  const mails = async (linkId: string): Promise<string[]> =>
    (
      await query("select kind || ' ' || state mail from outbox_message where subject_id = $1 order by due_at", [
        linkId,
      ])
    ).map(({ mail }: { mail: string }) => mail);
  const open = (token: string) => app.call("GET", "/api/interpreter", { bearer: token });
  const come = (token: string, jar: CookieJar = new Map(), tabId = newTab(), isReturn = false) =>
    app.call("POST", "/api/interpreter/arrival", { bearer: token, jar, body: { tabId, isReturn } });
  const visit = async (token: string, jar: CookieJar = new Map()): Promise<Visitor & { view: any }> => {
    const tabId = newTab();
    const answer = await come(token, jar, tabId);
    expect(answer.status, answer.text).to.equal(200);
    return { token, jar, tabId, linkId: answer.json.id, view: answer.json };
  };
  const depart = ({ linkId, tabId, jar }: Visitor) =>
    post(`/api/interpreter-links/${linkId}/departure`, { tabId }, jar);
  const askToken = ({ linkId, tabId, jar }: Visitor) =>
    post(`/api/interpreter-links/${linkId}/call-token`, { tabId }, jar);
  const tell = ({ browser }: InCall, guestId: string) =>
    post(`/api/arrivals/${browser.arrivalId}/guests/${guestId}/told`, {}, browser.jar);
  const peopleOf = async ({ booked, browser }: InCall) =>
    (
      await app.call("POST", "/api/appointment/arrival", {
        bearer: booked.token,
        jar: browser.jar,
        body: { tabId: browser.tabId, isReturn: true },
      })
    ).json.people;
  const withdraw = ({ id }: { id: string }) => post(`/api/interpreter-requests/${id}/withdrawal`);
  const end = ({ booked }: InCall) => post(`/api/meetings/${booked.meetingId}/end`);
  /** Asked, come, told, and in the room. */
  const interpreting = async () => {
    const request = await ask();
    const call = await called(request);
    const visitor = await visit(await tokenOf(call.id));
    expect((await tell(request.meeting, call.id)).status).to.equal(200);
    expect((await askToken(visitor)).status).to.equal(200);
    phone.prosody.browserJoins(request.room, call.id);
    await seen(request, "connected");
    return { request, call, visitor };
  };

  describe("is mailed a link into the running meeting", () => {
    it("one at a time, and enters once the citizen was told: not before, and by name only from then on", async () => {
      await roster({}, {});
      const request = await ask();
      const call = await called(request);
      expect(await mails((await linkOf(call.id)).id)).to.deep.equal(["interpreter_asked scheduled"]);
      expect((await peopleOf(request.meeting)).at(-1)).to.include({
        ...{ userId: call.id, role: "interpreter", language: "vgt", isAnnounced: true },
        ...{ isByPhone: false, isAtDoor: false },
      });
      // Nobody is told of who has not come.
      await tell(request.meeting, call.id);
      expect((await peopleOf(request.meeting)).at(-1)).to.include({ isAnnounced: true });

      const token = await tokenOf(call.id);
      const opened = await open(token);
      expect(opened.json).to.include({
        name: "Tolk 1",
        language: "vgt",
        state: "invited",
        meetingStatus: "in_progress",
      });
      expect(opened.text).to.not.match(/Els|zus|Verhuizen/);
      // A mail scanner opens it, often: nothing has changed.
      await Promise.all([open(token), open(token)]);
      expect((await linkOf(call.id)).state).to.equal("invited");

      const visitor = await visit(token);
      expect(visitor.view).to.include({ state: "waiting" });
      expect(visitor.view.people).to.deep.equal([]);
      expect(code(await askToken(visitor))).to.equal("403 not_admitted");
      expect((await peopleOf(request.meeting)).at(-1)).to.include({ isAtDoor: true, name: "Tolk 1" });
      expect((await tell(request.meeting, call.id)).status).to.equal(200);
      const token2 = await askToken(visitor);
      expect(token2.status, token2.text).to.equal(200);
      expect(decodeJwt(token2.json.token)).to.deep.include({ room: request.room });
      expect(token2.json).to.include({ userId: call.id, role: "interpreter" });
      phone.prosody.browserJoins(request.room, call.id);
      await seen(request, "connected");
      expect((await peopleOf(request.meeting)).at(-1)).to.include({ isAnnounced: false, isByPhone: false });
      expect(await callsOf(request)).to.have.lengthOf(1);
      expect(phone.prosody.commands.filter(({ command }) => command === "dial")).to.deep.equal([]);
    });

    it("and the mail says which language and what to do, and goes only while they are wanted", async () => {
      await roster({});
      const request = await ask();
      const { id } = await linkOf((await called(request)).id);
      const compose = () => composeAskedMail(app.database.dataSource.manager, app.config, id);
      const mail = await compose();
      expect(mail!.subject).to.match(/^Nu tolken voor .+: Vlaamse Gebarentaal$/);
      expect(mail!.text)
        .to.include(`/t/${await tokenOf((await called(request)).id)}`)
        .and.to.not.match(/Els|zus/);
      expect((await withdraw(request)).status).to.equal(200);
      expect(await compose()).to.equal(null);
      expect(await mails(id)).to.deep.equal(["interpreter_asked withdrawn"]);
    });

    it("who does not come in time is let be, the link opens nothing any more, and the next one is asked", async () => {
      await roster({}, {});
      const request = await ask();
      const first = await called(request);
      const token = await tokenOf(first.id);
      await query("update interpreter_request set due_at = now() where id = $1", [request.id]);
      await called(request, 1);
      const states = (await callsOf(request)).map(({ name, state }) => `${name} ${state}`);
      expect(states).to.deep.equal(["Tolk 1 unanswered", "Tolk 2 dialling"]);
      expect((await open(token)).json.state).to.equal("withdrawn");
      expect(code(await come(token))).to.equal("410 interpreter_released");
      await post(`/api/interpreter-requests/${request.id}/next`);
      await query("update interpreter_request set due_at = now() where id = $1", [request.id]);
      expect((await seen(request, "unanswered")).why).to.equal("all_tried");
    });

    it("who is at the door when the time is up is waited for, as long as their page is open", async () => {
      await roster({}, {});
      const request = await ask();
      const call = await called(request);
      const visitor = await visit(await tokenOf(call.id));
      await query("update interpreter_request set due_at = now() where id = $1", [request.id]);
      await until("it was looked at", async () => {
        const [{ later }] = await query("select due_at > now() later from interpreter_request where id = $1", [
          request.id,
        ]);
        return later;
      });
      expect(await callsOf(request)).to.have.lengthOf(1);
      await depart(visitor);
      await query("update interpreter_request set due_at = now() where id = $1", [request.id]);
      expect((await called(request, 1)).name).to.equal("Tolk 2");
    });

    it("in one browser: a second one is turned away, a reload is not, and a forged link or cookie opens nothing", async () => {
      await roster({});
      const request = await ask();
      const token = await tokenOf((await called(request)).id);
      const visitor = await visit(token);
      const stream = await openEventStream(
        `${app.url}/api/interpreter-links/${visitor.linkId}/events?tabId=${visitor.tabId}`,
        visitor.jar,
      );
      await stream.seen("waiting", ({ state }) => state === "waiting");
      expect(code(await come(token))).to.equal("403 arrival_replaced");
      const reloaded = await come(token, visitor.jar, newTab(), true);
      expect(reloaded.status).to.equal(200);
      expect(code(await askToken(visitor))).to.equal("403 not_admitted");
      expect(code(await open("a".repeat(43)))).to.equal("404 link_unknown");
      expect(code(await come("a".repeat(43)))).to.equal("404 link_unknown");
      const forged: CookieJar = new Map([[`balie_interpreter_${visitor.linkId}`, "b".repeat(43)]]);
      expect(code(await askToken({ ...visitor, jar: forged }))).to.equal("401 unauthenticated");
      expect(code(await come(token, forged, newTab(), true))).to.equal("403 not_admitted");
      stream.close();
    });

    it("an older tab is told that another one has the call", async () => {
      const { visitor } = await (async () => {
        await roster({});
        return interpreting();
      })();
      await visit(visitor.token, visitor.jar);
      expect(code(await askToken(visitor))).to.equal("409 other_tab");
    });

    it("only by who leads and has the right, and a sign language never by telephone", async () => {
      await roster({}, { languages: ["tr"] }, { languages: ["tr"], email: null });
      const { meeting } = await talking();
      expect(code(await askFor(meeting, { medium: "phone" }))).to.equal("409 interpreter_by_video");
      expect(code(await askFor(meeting, { medium: "phone", language: "tr" }))).to.equal("409 no_phone");
      expect(code(await askFor(meeting, {}, await signIn(app, colleague)))).to.equal("403 forbidden");
      const choice = await app.call("GET", `/api/meetings/${meeting.booked.meetingId}/interpreters`, { jar: clerk });
      expect(choice.json).to.deep.include({
        hasPhone: false,
        languages: [
          { language: "tr", available: 0, availableByVideo: 1 },
          { language: "vgt", available: 0, availableByVideo: 1 },
        ],
      });
    });

    it("never who has no address of mail, however the roster stands", async () => {
      await roster({ email: null });
      const request = await ask();
      expect((await seen(request, "unanswered")).why).to.equal("none_available");
    });

    it("is over with the meeting: nobody is asked any more, and the link says so", async () => {
      await roster({});
      const request = await ask();
      const call = await called(request);
      const visitor = await visit(await tokenOf(call.id));
      expect((await end(request.meeting)).status).to.equal(200);
      await seen(request, "withdrawn");
      expect(code(await come(visitor.token, visitor.jar))).to.equal("410 interpreter_released");
      expect((await open(visitor.token)).json.meetingStatus).to.equal("ended");
      expect(code(await askToken(visitor))).to.equal("410 meeting_ended");
    });

    it("goes on under a new application secret", async () => {
      await roster({});
      const request = await ask();
      const call = await called(request);
      const token = await tokenOf(call.id);
      const secrets = { appSecret: app.config.APP_SECRET, newAppSecret: "n".repeat(64) };
      await app.database.dataSource.transaction((db) => resealLinks({ db }, secrets, InterpreterLink));
      const { linkSealed, id } = await linkOf(call.id);
      expect(unsealToken(secrets.newAppSecret, linkSealed)).to.equal(token);
      await query("update interpreter_link set link_sealed = $2 where id = $1", [
        id,
        sealToken(app.config.APP_SECRET, token),
      ]);
    });
  });

  describe("in the room", () => {
    beforeEach(() => roster({ agencyName: "Gebarenpunt" }, {}));

    it("is connected from the joining to the leaving, by Prosody's clock; a reload costs its own seconds alone", async () => {
      const request = await ask();
      const call = await called(request);
      const visitor = await visit(await tokenOf(call.id));
      await tell(request.meeting, call.id);
      const at = Date.now();
      phone.prosody.browserJoins(request.room, call.id, at - 100_000);
      await seen(request, "connected");
      phone.prosody.browserLeaves(request.room, call.id, at - 60_000);
      await callSeen(request, "they are away", (one) => one.away_since !== null);
      expect((await askToken(visitor)).status).to.equal(200);
      phone.prosody.browserJoins(request.room, call.id, at - 55_000);
      await callSeen(request, "they are back", (one) => one.away_since === null && one.away_ms === 5_000);
      await withdraw(request);
      await phone.carryOutRoomOrders();
      await callSeen(request, "they are put out", (one) => one.state === "ended");
      expect(phone.prosody.isBrowserIn(request.room, call.id)).to.equal(false);
      const ended = (await callsOf(request))[0];
      const inAll = (ended.ended_at.getTime() - ended.connected_at.getTime()) / 1_000;
      expect(ended.connected_seconds).to.equal(Math.round(inAll - 5));

      const admin = await signInAsAdministrator(app);
      const month = new Date().toISOString().slice(0, 7);
      const file = await app.call("GET", `/api/interpreter-calls.csv?month=${month}`, { jar: admin });
      expect(file.text).to.match(/"Vlaamse Gebarentaal";"Tolk 1";"Gebarenpunt";;"\d+";"[^"]+";"video"/);
    });

    it("who stays away for a minute has left, as of then; they may wait once more and are let in anew", async () => {
      const { request, call, visitor } = await interpreting();
      const leftAt = Date.now();
      phone.prosody.browserLeaves(request.room, call.id, leftAt);
      await callSeen(request, "they are away", (one) => one.away_since !== null);
      await endAbsent(app.database.dataSource);
      expect((await callsOf(request))[0].state).to.equal("connected");
      await query(
        "update interpreter_call set away_since = away_since - interval '61 seconds', connected_at = connected_at - interval '99 seconds'",
      );
      await Promise.all([endAbsent(app.database.dataSource), endAbsent(app.database.dataSource)]);
      await seen(request, "ended");
      const [ended] = await callsOf(request);
      expect(ended.ended_at.getTime()).to.equal(leftAt - 61_000);
      expect(ended.guest).to.equal("left");
      expect(code(await askToken(visitor))).to.equal("403 not_admitted");

      const again = await visit(visitor.token, visitor.jar);
      expect(again.view.state).to.equal("waiting");
      const stream = await openEventStream(`${app.url}/api/queue/events`, clerk);
      const told = await stream.seen("they wait", ({ waiting }) => waiting?.[0]?.name === "Tolk 1");
      stream.close();
      const letIn = (told as any).waiting[0].id;
      expect(code(await askFor((await talking()).meeting, { letIn }))).to.equal("404 not_found");
      // Also where somebody else stands before them.
      await query("update interpreter set rank = 99 where name = 'Tolk 1'");
      const asked = await askFor(request.meeting, { letIn });
      const second = await called({ id: asked.json.id });
      expect(second.name).to.equal("Tolk 1");
      // They wait already: no mail, and the citizen is told at once.
      expect(await mails(visitor.linkId)).to.not.include("interpreter_asked scheduled");
      expect((await tell(request.meeting, second.id)).status).to.equal(200);
      expect((await askToken(again)).json.userId).to.equal(second.id);
    });

    it("two connections of one browser are one interpreter: the older one's end is none", async () => {
      const { request, call } = await interpreting();
      await query("insert into occupant (room, nick, user_id, joined_at) values ($1, 'newer', $2, now())", [
        request.room,
        call.id,
      ]);
      phone.prosody.browserLeaves(request.room, call.id);
      await until("all is heard", async () => phone.prosody.allTold());
      expect((await callsOf(request))[0].away_since).to.equal(null);
    });

    it("who is removed by the clerk is out for good, until asked anew", async () => {
      const { request, call, visitor } = await interpreting();
      const removal = await post(`/api/meetings/${request.meeting.booked.meetingId}/guests/${call.id}/removal`);
      expect(removal.status).to.equal(200);
      await phone.carryOutRoomOrders();
      await seen(request, "ended");
      expect(code(await askToken(visitor))).to.equal("403 arrival_removed");
      expect(code(await come(visitor.token, visitor.jar))).to.equal("403 arrival_removed");
    });

    it("who was never told of is put out, token or no token", async () => {
      const request = await ask();
      const call = await called(request);
      phone.prosody.browserJoins(request.room, call.id);
      await until("an order", async () => {
        const orders = await query("select 1 from room_order where room = $1 and user_id = $2", [
          request.room,
          call.id,
        ]);
        return orders.length > 0;
      });
      expect((await callsOf(request))[0].state).to.equal("dialling");
    });

    it("a Prosody that starts anew, and a gap in its news, end no call", async () => {
      const { request, call } = await interpreting();
      phone.prosody.restart();
      await callSeen(request, "they are away", (one) => one.away_since !== null);
      phone.prosody.openRoom(request.room);
      phone.prosody.browserJoins(request.room, call.id);
      await callSeen(request, "they are back", (one) => one.away_since === null);
      const legs = hearLegs({ PHONE_RING_SECONDS: 20 });
      const reconcile = (occupants: { nick: string; user: string }[]) =>
        app.database.dataSource.transaction((db) =>
          reconcileRooms(db, new Date(), { boot: "b", seq: 1, rooms: [{ room: request.room, occupants }] }, legs),
        );
      await reconcile([]);
      expect((await callsOf(request))[0].away_since).to.not.equal(null);
      await reconcile([{ nick: "a", user: call.id }]);
      const [back] = await callsOf(request);
      expect([back.state, back.away_since]).to.deep.equal(["connected", null]);
    });

    it("the end of the meeting ends their minutes, and is forgotten by date with the link", async () => {
      const { request, call } = await interpreting();
      await end(request.meeting);
      await seen(request, "ended");
      await phone.carryOutRoomOrders();
      if (phone.prosody.isBrowserIn(request.room, call.id)) phone.prosody.browserLeaves(request.room, call.id);
      await callSeen(request, "the call is over", (one) => one.state === "ended");
      const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
      const forget = (days: number) => forgetCalls({ db: app.database.dataSource.manager, now: inDays(days) }, 63);
      const left = async () => (await query("select 1 from interpreter_link")).length;
      await forget(62);
      expect(await left()).to.equal(1);
      await forget(65);
      expect(await left()).to.equal(0);
      expect(await callsOf(request)).to.deep.equal([]);
    });
  });

  describe("who confirmed ahead", () => {
    const reserve = async (minutes = 45) => {
      await roster({}, {});
      const booked = await book(app, calls.begun().service.id, quarterAfter(now, minutes), {
        interpreterLanguage: "vgt",
      });
      await seek(app);
      const token = await reservationTokenOf(app, booked);
      return { booked, token };
    };
    const answer = (token: string, comes: boolean) =>
      app.call("POST", "/api/reservation/answer", { bearer: token, body: { comes } });

    it("has no link before the yes; then it leads into the meeting, when its waiting room is open", async () => {
      const { booked, token } = await reserve();
      const asked = await app.call("GET", "/api/reservation", { bearer: token });
      expect(asked.json).to.include({ state: "asked", medium: "video" });
      expect(code(await open(token))).to.equal("404 link_unknown");
      await Promise.all([answer(token, true), answer(token, true)]);
      const opened = await open(token);
      expect(opened.json).to.include({ state: "invited", language: "vgt", startsAt: booked.startsAt.toISOString() });
      expect(opened.text).to.not.match(/Els|zus/);
      expect(code(await come(token))).to.equal("403 too_early");
      app.clock.now = new Date(booked.startsAt.getTime() - 60_000);
      const visitor = await visit(token);
      expect(visitor.view).to.include({ state: "waiting", meetingStatus: "planned" });
      app.clock.now = new Date(booked.startsAt.getTime() + 9 * 86_400_000);
      expect(code(await open(token))).to.equal("410 appointment_over");
      expect(code(await come(token))).to.equal("410 appointment_over");
    });

    it("waits until the clerk asks for their language, and is then the one, without a mail", async () => {
      const { booked, token } = await reserve();
      await answer(token, true);
      app.clock.now = new Date(booked.startsAt.getTime() - 60_000);
      const browser = await arrive(app, booked);
      const visitor = await visit(token);
      expect((await admit(app, clerk, booked, browser)).status).to.equal(200);
      const [{ room }] = await query("select room from meeting where id = $1", [booked.meetingId]);
      phone.prosody.openRoom(room);
      await query("update interpreter set rank = 9 where email = 'tolk1@example.org'");
      const request = (await askFor({ booked })).json;
      const call = await called(request);
      expect(call.name).to.equal("Tolk 1");
      expect(await mails(visitor.linkId)).to.deep.equal([]);
      expect((await tell({ booked, browser }, call.id)).status).to.equal(200);
      expect((await askToken(visitor)).status).to.equal(200);
    });

    it("whose appointment is moved or cancelled, or who cannot after all, reads so and comes in nowhere", async () => {
      const { booked, token } = await reserve(3 * 24 * 60);
      await answer(token, true);
      const startsAt = quarterAfter(now, 4 * 24 * 60).toISOString();
      const moved = await app.call("POST", "/api/appointment/move", { bearer: booked.token, body: { startsAt } });
      expect(moved.status, moved.text).to.equal(200);
      expect((await open(token)).json.state).to.equal("withdrawn");
      expect(code(await come(token))).to.equal("410 interpreter_released");
      await seek(app);
      const next = await reservationTokenOf(app, booked);
      expect(next).to.not.equal(token);
      await answer(next, true);
      expect((await open(next)).json).to.include({ state: "invited", startsAt });
      await answer(next, false);
      expect(code(await come(next))).to.equal("410 interpreter_released");
      await app.call("POST", "/api/appointment/cancellation", { bearer: booked.token, body: {} });
      expect((await open(next)).json).to.include({ state: "withdrawn", isCancelled: true });
    });
  });
});
