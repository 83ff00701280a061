import { request } from "node:http";
import { expect } from "chai";
import { decodeJwt } from "jose";
import type { CookieJar, TestApp } from "../../../test/app.js";
import { startTestApp } from "../../../test/app.js";
import { type EventStream, openEventStream } from "../../../test/event-stream.js";
import {
  admit,
  arrive,
  type BookedLink,
  type Browser,
  book,
  buildMunicipality,
  colleague,
  demoClerk,
  newTab,
  quarterAfter,
  signIn,
} from "../../../test/factories.js";
import { lockWaiters } from "../../../test/lock-waiters.js";
import { until } from "../../../test/until.js";
import { callTokenMinutes } from "../../platform/calls/mint-call-token.js";
import { listen } from "../../platform/live/listen.js";
import type { Service } from "../services/service.entity.js";
import { hearRoomEvent } from "./hear-rooms.js";
import { Meeting } from "./meeting.entity.js";
import { forgetSilent, keepSeen, noteSeen } from "./note-presence.js";
import { RoomOrder } from "./room-order.entity.js";

const now = new Date("2026-11-23T09:00:00Z");

describe("live pages", () => {
  let app: TestApp;
  let service: Service;
  let clerk: CookieJar;
  let live: Awaited<ReturnType<typeof listen>>;
  const streams: EventStream[] = [];

  before(async () => {
    app = await startTestApp(now);
    ({ service } = await buildMunicipality(app.database.dataSource, 8));
    clerk = await signIn(app);
    live = await listen(app.database.url, { live: (topic) => app.refresh(topic) }, () => app.refresh());
  });
  after(async () => {
    await live.stop();
    await app.stop();
  });
  afterEach(() => {
    for (const stream of streams.splice(0)) stream.close();
  });

  const follow = async (url: string, jar: CookieJar) => {
    const stream = await openEventStream(`${app.url}${url}`, jar);
    streams.push(stream);
    return stream;
  };
  const query = (sql: string, values: unknown[] = []) => app.database.dataSource.query(sql, values);
  const followQueue = () => follow("/api/queue/events", clerk);
  const followArrival = ({ arrivalId, tabId, jar }: Browser) =>
    follow(`/api/arrivals/${arrivalId}/events?tabId=${tabId}`, jar);
  const bookForNow = async (): Promise<BookedLink> => {
    const booked = await book(app, service.id, quarterAfter(app.clock.now, 15));
    app.clock.now = new Date(booked.startsAt.getTime() - 60_000);
    return booked;
  };
  const entryOf =
    ({ meetingId }: BookedLink) =>
    (view: any) =>
      view.entries?.find((entry: any) => entry.meetingId === meetingId);
  const hear = (event: object) =>
    app.database.dataSource.transaction((db) =>
      hearRoomEvent({ db, actor: { kind: "anyone" }, now: app.clock.now }, event as never),
    );

  it("are let go when their holder may not watch any more, and not before", async () => {
    const [stays, leaves, moves] = [await followQueue(), await signIn(app, colleague), await signIn(app)];
    const [signedOut, elsewhere] = [
      await follow("/api/queue/events", leaves),
      await follow("/api/queue/events", moves),
    ];
    await app.streams.check();
    await app.call("DELETE", "/api/clerk-session", { jar: new Map(leaves) });
    await app.streams.check();
    await until("who signed out is let go", () => signedOut.hasEnded());
    expect([stays.hasEnded(), elsewhere.hasEnded()]).to.deep.equal([false, false]);
    const [{ id }] = await query("select id from clerk where email = $1", [demoClerk.email]);
    const taken = await query("delete from clerk_counter where clerk_id = $1 returning counter_id", [id]);
    await app.streams.check();
    await until("who works elsewhere is let go", () => stays.hasEnded() && elsewhere.hasEnded());
    for (const { counter_id } of taken[0]) await query("insert into clerk_counter values ($1, $2)", [id, counter_id]);
  });

  it("that went away while they were asked who they are leave nothing open", async () => {
    const browser = await arrive(app, await bookForNow());
    const { arrivalId, tabId, jar } = browser;
    const Cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const rival = app.database.dataSource.createQueryRunner();
    await rival.startTransaction();
    await rival.query("lock table arrival in access exclusive mode");
    const page = request(`${app.url}/api/arrivals/${arrivalId}/events?tabId=${tabId}`, { headers: { Cookie } });
    page.on("error", () => undefined).end();
    await until("it is asked", async () => (await query(lockWaiters)).length === 1);
    const isGone = new Promise((resolve) => page.once("close", resolve));
    page.destroy();
    await isGone;
    // What answers a later connection has seen the end of this one.
    await app.call("GET", "/healthz");
    await rival.commitTransaction();
    await rival.release();
    const other = await followArrival(browser);
    await other.seen("its own view", (view) => view.id === arrivalId);
    expect([...app.streams.countByRoute()]).to.deep.equal([["/api/arrivals/:arrivalId/events", 1]]);
  });

  it("show an arrival in the console, and whether its page is open", async () => {
    const queue = await followQueue();
    const booked = await bookForNow();
    const browser = await arrive(app, booked);
    await queue.seen("the arrival", (view) => entryOf(booked)(view)?.status === "waiting");
    const page = await followArrival(browser);
    await queue.seen("the open page", (view) => entryOf(booked)(view)?.arrivals[0]?.isConnected === true);
    page.close();
    app.clock.now = new Date(app.clock.now.getTime() + 61_000);
    await app.database.dataSource.transaction((db) => forgetSilent(db, "arrival", app.clock.now));
    await queue.seen(
      "the closed page",
      (view) => queue.events.length > 2 && entryOf(booked)(view)?.arrivals[0]?.isConnected === false,
    );
  });

  it("tell the waiting citizen their place, and that they are admitted, and by whom", async () => {
    const [first, second] = [await bookForNow(), await bookForNow()];
    await arrive(app, first);
    const browser = await arrive(app, second);
    const page = await followArrival(browser);
    const waiting = await page.seen("a place", (view) => view.state === "waiting");
    expect(waiting.position).to.be.greaterThan(1);
    await admit(app, clerk, second, browser);
    const admitted = await page.seen("the admission", (view) => view.state === "admitted");
    expect(admitted).to.deep.include({ meetingStatus: "in_progress", clerk: { name: "An Peeters" }, position: null });
  });

  describe("the token for the call", () => {
    const tokensOf = (page: EventStream) => page.events.filter(({ event }) => event === "callToken");
    const waits = (page: EventStream) => page.seen("the waiting room", (view) => view.state === "waiting");
    const isAdmitted = (page: EventStream) => page.seen("the admission", (view) => view.state === "admitted");

    it("comes with the admission, before its news and once, and opens this room for this person", async () => {
      const booked = await bookForNow();
      const browser = await arrive(app, booked);
      const page = await followArrival(browser);
      await waits(page);
      await admit(app, clerk, booked, browser);
      await isAdmitted(page);
      expect(page.events.slice(-2).map(({ event }) => event)).to.deep.equal(["callToken", "arrival"]);
      const { room } = await app.database.dataSource.manager.findOneByOrFail(Meeting, { id: booked.meetingId });
      expect(decodeJwt(tokensOf(page)[0]?.view.token))
        .to.deep.include({ room })
        .and.nested.include({ "context.user.id": browser.arrivalId });
      await app.call("POST", `/api/meetings/${booked.meetingId}/end`, { jar: clerk, body: {} });
      await page.seen("the end", (news) => news.meetingStatus === "ended");
      expect(tokensOf(page)).to.have.length(1);
    });

    it("comes to the newest tab only", async () => {
      const booked = await bookForNow();
      const browser = await arrive(app, booked);
      const older = await followArrival(browser);
      await waits(older);
      const newTab = await arrive(app, booked, browser.jar);
      const newer = await followArrival(newTab);
      await waits(newer);
      await admit(app, clerk, booked, newTab);
      for (const page of [older, newer]) await isAdmitted(page);
      expect([older, newer].map((page) => tokensOf(page).length)).to.deep.equal([0, 1]);
    });

    it("does not come to another browser that waits for the nod", async () => {
      const booked = await bookForNow();
      const [first, other] = [await arrive(app, booked), await arrive(app, booked)];
      const page = await followArrival(other);
      await waits(page);
      await admit(app, clerk, booked, first);
      await page.seen("the other's turn", (view) => view.isOtherBrowser === true);
      expect(tokensOf(page)).to.deep.equal([]);
      await admit(app, clerk, booked, other);
      await isAdmitted(page);
      expect(tokensOf(page)).to.have.length(1);
    });

    it("does not come to a page that opens after the admission: it asks", async () => {
      const booked = await bookForNow();
      const browser = await arrive(app, booked);
      await admit(app, clerk, booked, browser);
      const page = await followArrival(browser);
      await isAdmitted(page);
      await app.call("POST", `/api/meetings/${booked.meetingId}/end`, { jar: clerk, body: {} });
      await page.seen("the end", (view) => view.meetingStatus === "ended");
      expect(tokensOf(page)).to.deep.equal([]);
    });
  });

  it("tell the older tab that a newer one took over", async () => {
    const booked = await bookForNow();
    const browser = await arrive(app, booked);
    const older = await followArrival(browser);
    await arrive(app, booked, browser.jar);
    await older.seen("the other tab", (view) => view.isCurrentTab === false);
  });

  describe("an open page that another process, later, said had gone", () => {
    const seenAt = async ({ arrivalId }: Browser) =>
      (await app.database.dataSource.query("select seen_at from arrival where id = $1", [arrivalId]))[0].seen_at;
    const keep = ({ arrivalId, tabId }: Browser) =>
      keepSeen(app.database.dataSource.manager, "arrival", [{ id: arrivalId, tabId }], app.clock.now);
    const lateWord = ({ arrivalId, tabId }: Browser) =>
      noteSeen(app.database.dataSource.manager, "arrival", arrivalId, tabId, false, app.clock.now);

    it("is there again with the next beat, and consoles hear of it", async () => {
      const queue = await followQueue();
      const booked = await bookForNow();
      const browser = await arrive(app, booked);
      await lateWord(browser);
      await queue.seen("that it went", (view) => entryOf(booked)(view)?.arrivals[0]?.isConnected === false);
      const before = queue.events.length;
      await keep(browser);
      expect(await seenAt(browser)).to.deep.equal(app.clock.now);
      await queue.seen(
        "that it is there",
        (view) => queue.events.length > before && entryOf(booked)(view)?.arrivals[0]?.isConnected === true,
      );
    });
    it("stays away when it is an older tab, when its citizen left, and after the end", async () => {
      const booked = await bookForNow();
      const browser = await arrive(app, booked);
      await lateWord(browser);
      await keep({ ...browser, tabId: newTab() });
      expect(await seenAt(browser)).to.equal(null);
      const { arrivalId, tabId, jar } = browser;
      await app.call("POST", `/api/arrivals/${arrivalId}/departure`, { jar, body: { tabId } });
      await keep(browser);
      expect(await seenAt(browser)).to.equal(null);
      const ended = await bookForNow();
      const other = await arrive(app, ended);
      await admit(app, clerk, ended, other);
      await app.call("POST", `/api/meetings/${ended.meetingId}/end`, { jar: clerk, body: {} });
      await lateWord(other);
      await keep(other);
      expect(await seenAt(other)).to.equal(null);
    });
  });

  it("need the arrival cookie, and the clerk's session", async () => {
    const browser = await arrive(app, await bookForNow());
    expect((await app.call("GET", `/api/arrivals/${browser.arrivalId}/events?tabId=${browser.tabId}`)).status).to.equal(
      401,
    );
    expect((await app.call("GET", "/api/queue/events")).status).to.equal(401);
  });

  describe("what Prosody tells", () => {
    it("shows who is in the call, each event once, and in order", async () => {
      const queue = await followQueue();
      const booked = await bookForNow();
      const browser = await arrive(app, booked);
      await admit(app, clerk, booked, browser);
      const { room } = await app.database.dataSource.manager.findOneByOrFail(Meeting, { id: booked.meetingId });
      await hear({ boot: "b1", seq: 1, event: "boot" });
      await hear({ boot: "b1", seq: 2, event: "joined", room, occupant: { nick: "n1", user: browser.arrivalId } });
      await queue.seen("the citizen in the call", (view) => entryOf(booked)(view)?.arrivals[0]?.isInCall === true);
      await hear({ boot: "b1", seq: 3, event: "left", room, occupant: { nick: "n1", user: browser.arrivalId } });
      await hear({ boot: "b1", seq: 2, event: "joined", room, occupant: { nick: "n1", user: browser.arrivalId } });
      const last = (await app.call("GET", "/api/queue", { jar: clerk })).json;
      expect(entryOf(booked)(last).arrivals[0].isInCall).to.equal(false);
    });
    it("puts out whoever is in a room without belonging there", async () => {
      await hear({ boot: "b2", seq: 1, event: "boot" });
      await hear({
        boot: "b2",
        seq: 2,
        event: "joined",
        room: "stranger-room",
        occupant: { nick: "n1", user: "somebody" },
      });
      const order = await app.database.dataSource.manager.findOneBy(RoomOrder, { room: "stranger-room" });
      expect(order).to.include({ userId: "somebody", doneAt: null });
    });
    it("after a restart of Prosody answers who was removed and which rooms have ended, for as long as a token lives", async () => {
      const [kept, ended] = [await bookForNow(), await bookForNow()];
      const browsers = [await arrive(app, kept), await arrive(app, ended)];
      await admit(app, clerk, kept, browsers[0]!);
      await admit(app, clerk, ended, browsers[1]!);
      await app.call("POST", `/api/meetings/${kept.meetingId}/removal`, {
        jar: clerk,
        body: { arrivalId: browsers[0]!.arrivalId },
      });
      await app.call("POST", `/api/meetings/${ended.meetingId}/end`, { jar: clerk, body: {} });
      const rooms = await app.database.dataSource.manager.find(Meeting, {
        where: [{ id: kept.meetingId }, { id: ended.meetingId }],
      });
      const roomOf = ({ meetingId }: BookedLink) => rooms.find(({ id }) => id === meetingId)!.room;
      const standing = await hear({ boot: "b3", seq: 1, event: "boot" });
      expect(standing!.refused).to.deep.include({ room: roomOf(kept), user: browsers[0]!.arrivalId });
      expect(standing!.ended).to.include(roomOf(ended));
      app.clock.now = new Date(app.clock.now.getTime() + callTokenMinutes * 60_000);
      const still = await hear({ boot: "b3 again", seq: 1, event: "boot" });
      expect(still!.refused).to.deep.include({ room: roomOf(kept), user: browsers[0]!.arrivalId });
      expect(still!.ended).to.include(roomOf(ended));
      app.clock.now = new Date(app.clock.now.getTime() + 16 * 60_000);
      expect(await hear({ boot: "b4", seq: 1, event: "boot" })).to.deep.equal({ refused: [], ended: [] });
    });
  });
});
