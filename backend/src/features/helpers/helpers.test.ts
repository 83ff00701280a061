import { guestsPerMeeting } from "@balie/contract/company";
import { expect } from "chai";
import { decodeJwt } from "jose";
import type { CookieJar, TestApp } from "../../../test/app.js";
import { code, type InCall, startCalls } from "../../../test/calls.js";
import { openEventStream } from "../../../test/event-stream.js";
import {
  admit,
  arrive,
  arriveAsHelper,
  type BookedLink,
  colleague,
  type HelperBrowser,
  type Invited,
  invitationOf,
  invite,
  newTab,
  signIn,
} from "../../../test/factories.js";
import { forgetSilent } from "../meetings/note-presence.js";

const now = new Date("2026-11-23T09:00:00Z");
type WithHelper = InCall & { invited: Invited };

describe("a helper", () => {
  const calls = startCalls(now);
  const { query, bookForNow } = calls;
  let app: TestApp;
  let clerk: CookieJar;

  before(() => {
    ({ app, clerk } = calls.begun());
  });

  const inCall = async (): Promise<WithHelper> => {
    const booked = await bookForNow();
    const invited = await invite(app, booked);
    const browser = await arrive(app, booked);
    expect((await admit(app, clerk, booked, browser)).status).to.equal(200);
    return { booked, browser, invited };
  };
  const ask = (booked: BookedLink, changes: Parameters<typeof invite>[2] = {}) =>
    app.call("POST", "/api/appointment/helpers", { body: invitationOf(changes), bearer: booked.token });
  const list = async (booked: BookedLink) =>
    (await app.call("GET", "/api/appointment/helpers", { bearer: booked.token })).json.helpers;
  const withdraw = (booked: BookedLink, { id }: { id: string }) =>
    app.call("POST", `/api/appointment/helpers/${id}/withdrawal`, { bearer: booked.token, body: {} });
  const open = ({ token }: Invited) => app.call("GET", "/api/helper", { bearer: token });
  const come = ({ token }: Invited, jar: CookieJar = new Map(), isReturn = false) =>
    app.call("POST", "/api/helper/arrival", { bearer: token, jar, body: { tabId: newTab(), isReturn } });
  const nod = ({ meetingId }: BookedLink, { id }: { id: string }, jar = clerk) =>
    app.call("POST", `/api/meetings/${meetingId}/helpers/${id}/admission`, { body: {}, jar });
  const guestOf = async ({ id }: Invited) =>
    (await query("select guest_id from helper where id = $1", [id]))[0].guest_id as string;
  const tell = async ({ browser, invited }: WithHelper) =>
    app.call("POST", `/api/arrivals/${browser.arrivalId}/guests/${await guestOf(invited)}/told`, {
      body: {},
      jar: browser.jar,
    });
  const askToken = ({ helperId, tabId, jar }: HelperBrowser) =>
    app.call("POST", `/api/helpers/${helperId}/call-token`, { body: { tabId }, jar });
  const remove = async ({ booked, invited }: WithHelper) =>
    app.call("POST", `/api/meetings/${booked.meetingId}/guests/${await guestOf(invited)}/removal`, {
      body: {},
      jar: clerk,
    });
  const end = ({ meetingId }: BookedLink) =>
    app.call("POST", `/api/meetings/${meetingId}/end`, { body: {}, jar: clerk });
  const entryOf = async ({ meetingId }: BookedLink) =>
    (await app.call("GET", "/api/queue", { jar: clerk })).json.entries.find((one: any) => one.meetingId === meetingId);
  /** Admitted, and the citizen has been told. */
  const admitted = async () => {
    const meeting = await inCall();
    const helper = await arriveAsHelper(app, meeting.invited);
    expect((await nod(meeting.booked, meeting.invited)).status).to.equal(200);
    expect((await tell(meeting)).status).to.equal(200);
    return { ...meeting, helper };
  };
  const ordersFor = async ({ meetingId }: BookedLink) =>
    query("select o.user_id from room_order o join meeting m on m.room = o.room where m.id = $1", [meetingId]);

  describe("is invited", () => {
    it("by the citizen, with the consent and its time, and a link that is kept as a hash and sealed", async () => {
      const booked = await bookForNow();
      const answer = await ask(booked, { name: "Maria", relation: "carer" });
      expect(answer.status).to.equal(201);
      expect(answer.json).to.deep.include({
        ...{ name: "Maria", relation: "carer", state: "invited", isMailed: false },
        consentedAt: app.clock.now.toISOString(),
      });
      expect(answer.json.link).to.match(/\/h\/[A-Za-z0-9_-]{43}$/);
      const [row] = await query("select row_to_json(h)::text kept from helper h where id = $1", [answer.json.id]);
      expect(row.kept).to.not.include(answer.json.link.split("/h/")[1]);
      expect(await list(booked)).to.deep.equal([answer.json]);
    });
    it("never without consent, as an interpreter, or by a name that reaches a mail's headers", async () => {
      const booked = await bookForNow();
      for (const wrong of [
        { hasConsented: false },
        { relation: "interpreter" },
        { name: "M\r\nBcc: x" },
        { name: " " },
      ])
        expect(code(await ask(booked, wrong as object))).to.equal("422 invalid_input");
      expect(await list(booked)).to.deep.equal([]);
    });
    it("once, however often the page asks", async () => {
      const booked = await bookForNow();
      const { requestId } = invitationOf();
      const answers = await Promise.all([
        ask(booked, { requestId }),
        ask(booked, { requestId: requestId.toUpperCase() }),
      ]);
      expect(new Set(answers.map(({ json }) => json.link)).size).to.equal(1);
      expect(await list(booked)).to.have.length(1);
    });
    it("three at once at most, and a withdrawn one makes room, but not for ever", async () => {
      const booked = await bookForNow();
      const answers = await Promise.all(Array.from({ length: 5 }, () => ask(booked)));
      expect(answers.map(({ status }) => status).sort()).to.deep.equal([201, 201, 201, 409, 409]);
      expect(code(answers.find(({ status }) => status === 409)!)).to.equal("409 helpers_full");
      for (let times = 0; times < 6; times += 1) {
        await withdraw(booked, (await list(booked))[0]);
        expect((await ask(booked)).status).to.equal(201);
      }
      await withdraw(booked, (await list(booked))[0]);
      expect(code(await ask(booked))).to.equal("409 helpers_full");
    });
    it("not to what is over", async () => {
      const { booked } = await inCall();
      await end(booked);
      expect(code(await ask(booked))).to.equal("410 meeting_ended");
      const other = await bookForNow();
      app.clock.now = new Date(other.startsAt.getTime() + 3 * 3_600_000);
      expect(code(await ask(other))).to.equal("410 appointment_over");
    });
    it("and leaves no trace when the appointment is erased", async () => {
      const { booked, invited } = await admitted();
      await query("delete from appointment where id = $1", [booked.id]);
      expect(await query("select 1 from helper where id = $1", [invited.id])).to.deep.equal([]);
    });
  });

  describe("opens the link", () => {
    it("and reads who invites and when; a mail scanner that does so a hundred times changes nothing", async () => {
      const booked = await bookForNow();
      const invited = await invite(app, booked);
      const before = await query("select * from helper where id = $1", [invited.id]);
      const answers = await Promise.all(Array.from({ length: 100 }, () => open(invited)));
      expect(answers[0]!.json).to.deep.include({
        ...{ name: "Maria Janssens", invitedBy: "Els Janssens", state: "invited", isCancelled: false },
        startsAt: booked.startsAt.toISOString(),
      });
      expect(JSON.stringify(answers[0]!.json)).to.not.match(/els@example|Mag mijn zus|Verhuizen/);
      expect(await query("select * from helper where id = $1", [invited.id])).to.deep.equal(before);
      expect((await entryOf(booked)).status).to.equal("planned");
    });
    it("too early, too late, after the end and after a cancellation, and hears what is the case", async () => {
      const booked = await bookForNow();
      const invited = await invite(app, booked);
      app.clock.now = new Date(booked.startsAt.getTime() - 31 * 60_000);
      expect(code(await come(invited))).to.equal("403 too_early");
      expect((await open(invited)).status).to.equal(200);
      app.clock.now = new Date(booked.startsAt.getTime() + 3 * 3_600_000);
      expect(code(await come(invited))).to.equal("410 appointment_over");
      app.clock.now = new Date(booked.startsAt.getTime() - 60_000);
      await app.call("POST", "/api/appointment/cancellation", { bearer: booked.token, body: {} });
      expect(code(await come(invited))).to.equal("410 appointment_cancelled");
      expect((await open(invited)).json.isCancelled).to.equal(true);
      const meeting = await inCall();
      await end(meeting.booked);
      expect(code(await come(meeting.invited))).to.equal("410 meeting_ended");
    });
    it("a week after the appointment, and it tells nothing any more", async () => {
      const booked = await bookForNow();
      const invited = await invite(app, booked);
      const [{ endsAt }] = await query('select ends_at "endsAt" from appointment where id = $1', [booked.id]);
      app.clock.now = new Date(endsAt.getTime() + 7 * 86_400_000 - 1);
      expect((await open(invited)).status).to.equal(200);
      app.clock.now = new Date(endsAt.getTime() + 7 * 86_400_000);
      expect(code(await open(invited))).to.equal("410 appointment_over");
    });
    it("in one browser: of two that click at once one waits, and the other is told", async () => {
      const invited = await invite(app, await bookForNow());
      const answers = await Promise.all([come(invited), come(invited), come(invited)]);
      expect(answers.map(({ status }) => status).sort()).to.deep.equal([200, 403, 403]);
      expect(code(answers.find(({ status }) => status === 403)!)).to.equal("403 arrival_replaced");
    });
    it("in another browser, once the first has gone away or fell silent, but never when the first was let in", async () => {
      const meeting = await inCall();
      const first = await arriveAsHelper(app, meeting.invited);
      await app.call("POST", `/api/helpers/${first.helperId}/departure`, {
        jar: first.jar,
        body: { tabId: first.tabId },
      });
      const second = await arriveAsHelper(app, meeting.invited);
      expect(code(await askToken(first))).to.equal("401 unauthenticated");
      app.clock.now = new Date(app.clock.now.getTime() + 61_000);
      await app.database.dataSource.transaction((db) => forgetSilent(db, "helper", app.clock.now));
      const third = await arriveAsHelper(app, meeting.invited);
      expect(code(await askToken(second))).to.equal("401 unauthenticated");
      await nod(meeting.booked, meeting.invited);
      app.clock.now = new Date(app.clock.now.getTime() + 600_000);
      await app.database.dataSource.transaction((db) => forgetSilent(db, "helper", app.clock.now));
      expect(code(await come(meeting.invited))).to.equal("403 arrival_replaced");
      expect((await come(meeting.invited, third.jar)).status).to.equal(200);
    });
    it("and a return without the cookie makes nobody wait", async () => {
      const invited = await invite(app, await bookForNow());
      expect(code(await come(invited, new Map(), true))).to.equal("403 not_admitted");
      expect((await open(invited)).json.state).to.equal("invited");
    });
  });

  describe("is let in", () => {
    it("never before the citizen is, and not by a clerk who does not lead", async () => {
      const booked = await bookForNow();
      const invited = await invite(app, booked);
      const helper = await arriveAsHelper(app, invited);
      expect(code(await nod(booked, invited))).to.equal("409 meeting_not_in_progress");
      expect(code(await askToken(helper))).to.equal("403 not_admitted");
      const browser = await arrive(app, booked);
      await admit(app, clerk, booked, browser);
      expect(code(await nod(booked, invited, await signIn(app, colleague)))).to.equal("403 forbidden");
      await app.call("POST", `/api/meetings/${booked.meetingId}/removal`, {
        jar: clerk,
        body: { arrivalId: browser.arrivalId },
      });
      expect(code(await nod(booked, invited))).to.equal("409 meeting_not_in_progress");
    });
    it("by the nod alone, once the citizen was told, for one room and as a helper who moderates nothing", async () => {
      const meeting = await inCall();
      const helper = await arriveAsHelper(app, meeting.invited);
      expect(code(await askToken(helper))).to.equal("403 not_admitted");
      await nod(meeting.booked, meeting.invited);
      expect(code(await askToken(helper))).to.equal("409 guest_not_told");
      await tell(meeting);
      const token = await askToken(helper);
      const claims = decodeJwt<{ room: string; context: { user: object } }>(token.json.token);
      expect(claims.context.user).to.deep.equal({
        ...{ id: await guestOf(meeting.invited), name: "Maria Janssens", role: "helper" },
      });
      const [{ room }] = await query("select room from meeting where id = $1", [meeting.booked.meetingId]);
      expect(claims.room).to.equal(room);
    });
    it("once, however often the clerk nods", async () => {
      const meeting = await inCall();
      await arriveAsHelper(app, meeting.invited);
      const answers = await Promise.all([1, 2, 3].map(() => nod(meeting.booked, meeting.invited)));
      expect(answers.map(({ status }) => status)).to.deep.equal([200, 200, 200]);
      const guests = await query("select 1 from guest where meeting_id = $1", [meeting.booked.meetingId]);
      expect(guests).to.have.length(1);
    });
    it("not into a full room: who is asked and who is in count together, and who goes makes room", async () => {
      const meeting = await inCall();
      await arriveAsHelper(app, meeting.invited);
      await query(
        "insert into guest (meeting_id, role, name, state, announced_at) select $1, 'colleague', 'Guest ' || n, 'announced', now() from generate_series(1, $2::int) n",
        [meeting.booked.meetingId, guestsPerMeeting - 1],
      );
      await query(
        "insert into colleague (meeting_id, clerk_id, state, asked_at) select $1, id, 'asked', now() from clerk where email = $2",
        [meeting.booked.meetingId, colleague.email],
      );
      expect(code(await nod(meeting.booked, meeting.invited))).to.equal("409 company_full");
      await query("update colleague set state = 'withdrawn', answered_at = now() where meeting_id = $1", [
        meeting.booked.meetingId,
      ]);
      expect((await nod(meeting.booked, meeting.invited)).status).to.equal(200);
    });
    it("not before they came, nor after they went, nor into another meeting", async () => {
      const meeting = await inCall();
      expect(code(await nod(meeting.booked, meeting.invited))).to.equal("409 not_admitted");
      const helper = await arriveAsHelper(app, meeting.invited);
      await app.call("POST", `/api/helpers/${helper.helperId}/departure`, {
        jar: helper.jar,
        body: { tabId: helper.tabId },
      });
      expect(code(await nod(meeting.booked, meeting.invited))).to.equal("409 not_admitted");
      const other = await inCall();
      expect(code(await nod(other.booked, meeting.invited))).to.equal("404 not_found");
    });
    it("and all three pages hear of it: console, citizen and helper", async () => {
      const meeting = await inCall();
      const helper = await arriveAsHelper(app, meeting.invited);
      const { arrivalId, tabId, jar } = meeting.browser;
      const citizenStream = await openEventStream(`${app.url}/api/arrivals/${arrivalId}/events?tabId=${tabId}`, jar);
      const ownStream = await openEventStream(
        `${app.url}/api/helpers/${helper.helperId}/events?tabId=${helper.tabId}`,
        helper.jar,
      );
      await ownStream.seen("that they wait", ({ state }) => state === "waiting");
      const [waiting] = (await entryOf(meeting.booked)).helpers;
      expect(waiting).to.include({ name: "Maria Janssens", relation: "family", state: "waiting", isConnected: true });
      await nod(meeting.booked, meeting.invited);
      app.refresh();
      const told = await citizenStream.seen("who comes", ({ people }) => people?.some((one: any) => one.isAnnounced));
      expect(told.people.at(-1)).to.include({ name: "Maria Janssens", role: "helper", relation: "family" });
      expect(ownStream.events.at(-1)!.view).to.include({ state: "waiting" });
      await tell(meeting);
      app.refresh();
      const own = await ownStream.seen("that they are in", ({ state }) => state === "admitted");
      expect(own.people.map(({ role }: any) => role)).to.deep.equal(["clerk", "citizen", "helper"]);
      expect(own).to.deep.include({ documents: [], helpers: [], phone: null });
      const olderStream = await openEventStream(
        `${app.url}/api/helpers/${helper.helperId}/events?tabId=${newTab()}`,
        helper.jar,
      );
      const older = await olderStream.seen("that another tab is in", ({ state }) => state === "admitted");
      expect(older).to.deep.include({ isCurrentTab: false, people: [] });
      olderStream.close();
      for (const stream of [citizenStream, ownStream]) stream.close();
    });
    it("and a reload comes back with the cookie, in the newest tab only", async () => {
      const { helper, invited } = await admitted();
      const again = await arriveAsHelper(app, invited, helper.jar);
      expect(code(await askToken(helper))).to.equal("409 other_tab");
      expect((await askToken({ ...helper, tabId: again.tabId })).status).to.equal(200);
    });
    it("and an id in capitals is the same one", async () => {
      const { helper, browser } = await admitted();
      const leave = (path: string, { tabId, jar }: { tabId: string; jar: CookieJar }) =>
        app.call("POST", `/api/${path}/departure`, { body: { tabId }, jar });
      const left = await leave(`helpers/${helper.helperId.toUpperCase()}`, helper);
      expect([left.status, left.json.id]).to.deep.equal([200, helper.helperId]);
      const gone = await leave(`arrivals/${browser.arrivalId.toUpperCase()}`, browser);
      expect([gone.status, gone.json.id]).to.deep.equal([200, browser.arrivalId]);
      const path = `helpers/${helper.helperId.toUpperCase()}/events?tabId=${helper.tabId}`;
      const stream = await openEventStream(`${app.url}/api/${path}`, helper.jar);
      await stream.seen("their own page", ({ id }) => id === helper.helperId);
      stream.close();
    });
    it("with the cookie of this link and no other", async () => {
      const one = await admitted();
      const other = await admitted();
      expect(code(await askToken({ ...one.helper, jar: other.helper.jar }))).to.equal("401 unauthenticated");
      const forged = new Map([[`balie_helper_${one.helper.helperId}`, [...other.helper.jar.values()][0]!]]);
      expect(code(await askToken({ ...one.helper, jar: forged }))).to.equal("401 unauthenticated");
    });
  });

  describe("is out", () => {
    it("when the clerk removes them: no token, no return, and the room refuses the one they have", async () => {
      const meeting = await admitted();
      expect((await remove(meeting)).status).to.equal(200);
      expect(code(await askToken(meeting.helper))).to.equal("403 arrival_removed");
      expect(code(await come(meeting.invited, meeting.helper.jar))).to.equal("403 arrival_removed");
      expect(code(await nod(meeting.booked, meeting.invited))).to.equal("403 arrival_removed");
      expect(await ordersFor(meeting.booked)).to.deep.equal([{ user_id: await guestOf(meeting.invited) }]);
      expect((await list(meeting.booked))[0]).to.include({ state: "removed", link: null });
    });
    it("when the citizen withdraws them in the call: put out, and the link opens nothing", async () => {
      const meeting = await admitted();
      expect((await withdraw(meeting.booked, meeting.invited)).json.helpers).to.deep.equal([]);
      expect(code(await askToken(meeting.helper))).to.equal("403 arrival_removed");
      expect(code(await open(meeting.invited))).to.equal("410 helper_withdrawn");
      expect(code(await come(meeting.invited, meeting.helper.jar))).to.equal("410 helper_withdrawn");
      expect(await ordersFor(meeting.booked)).to.deep.equal([{ user_id: await guestOf(meeting.invited) }]);
      expect((await withdraw(meeting.booked, meeting.invited)).status).to.equal(200);
      expect(await ordersFor(meeting.booked)).to.have.length(1);
    });
    it("whoever is first, the nod or the withdrawal: nobody is in the call afterwards", async () => {
      for (let round = 0; round < 5; round += 1) {
        const meeting = await inCall();
        await arriveAsHelper(app, meeting.invited);
        const [nodded] = await Promise.all([
          nod(meeting.booked, meeting.invited),
          withdraw(meeting.booked, meeting.invited),
        ]);
        expect(["200 undefined", "410 helper_withdrawn"]).to.include(code(nodded));
        expect((await entryOf(meeting.booked)).people.map(({ role }: any) => role)).to.deep.equal(["clerk", "citizen"]);
      }
    });
    it("only by the citizen who invited: another's link withdraws nobody", async () => {
      const meeting = await inCall();
      expect(code(await withdraw(await bookForNow(), meeting.invited))).to.equal("404 not_found");
      expect((await open(meeting.invited)).json.state).to.equal("invited");
    });
    it("with the appointment, when the citizen cancels while the helper waits", async () => {
      const booked = await bookForNow();
      const helper = await arriveAsHelper(app, await invite(app, booked));
      const stream = await openEventStream(
        `${app.url}/api/helpers/${helper.helperId}/events?tabId=${helper.tabId}`,
        helper.jar,
      );
      await stream.seen("that they wait", ({ meetingStatus }) => meetingStatus === "planned");
      await app.call("POST", "/api/appointment/cancellation", { bearer: booked.token, body: {} });
      app.refresh();
      expect((await stream.seen("the end", ({ meetingStatus }) => meetingStatus === "ended")).people).to.deep.equal([]);
      stream.close();
    });
    it("with the meeting's end", async () => {
      const meeting = await admitted();
      await end(meeting.booked);
      expect(code(await askToken(meeting.helper))).to.equal("410 meeting_ended");
    });
  });
});
