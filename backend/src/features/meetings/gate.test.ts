import { randomUUID } from "node:crypto";
import { expect } from "chai";
import { decodeJwt, decodeProtectedHeader } from "jose";
import type { CookieJar, TestApp } from "../../../test/app.js";
import { startTestApp } from "../../../test/app.js";
import {
  admit,
  arrive,
  askCallToken,
  type BookedLink,
  book,
  buildMunicipality,
  colleague,
  newTab,
  quarterAfter,
  signIn,
} from "../../../test/factories.js";
import type { Service } from "../services/service.entity.js";
import { Meeting } from "./meeting.entity.js";
import { RoomOrder } from "./room-order.entity.js";

const now = new Date("2026-11-23T09:00:00Z");

describe("the gate", () => {
  let app: TestApp;
  let service: Service;
  let clerk: CookieJar;
  let next = 0;

  before(async () => {
    app = await startTestApp(now);
    ({ service } = await buildMunicipality(app.database.dataSource, 8));
    clerk = await signIn(app);
  });
  after(() => app.stop());
  beforeEach(async () => {
    app.clock.now = now;
    await app.database.dataSource.query("delete from rate_limit");
  });

  /** A booking whose waiting room is open now. */
  const bookForNow = async (): Promise<BookedLink> => {
    const booked = await book(app, service.id, quarterAfter(now, 15 + 15 * Math.floor(next++ / 8)));
    app.clock.now = new Date(booked.startsAt.getTime() - 60_000);
    return booked;
  };
  const inCall = async () => {
    const booked = await bookForNow();
    const browser = await arrive(app, booked);
    expect((await admit(app, clerk, booked, browser)).status).to.equal(200);
    return { booked, browser };
  };
  const refusal = ({ status, json }: { status: number; json: any }) => `${status} ${json?.code}`;
  const roomOf = async ({ meetingId }: BookedLink) =>
    (await app.database.dataSource.manager.findOneByOrFail(Meeting, { id: meetingId })).room;
  const ordersFor = (room: string | null) => app.database.dataSource.manager.findBy(RoomOrder, { room: room! });

  describe("a citizen's token", () => {
    it("is not minted before admission", async () => {
      const browser = await arrive(app, await bookForNow());
      expect(refusal(await askCallToken(app, browser))).to.equal("403 not_admitted");
    });
    it("is for one random room, this person, minutes long, and never a moderator's", async () => {
      const { booked, browser } = await inCall();
      const answer = await askCallToken(app, browser);
      const claims = decodeJwt<{ room: string; context: any; exp: number; iat: number }>(answer.json.token);
      expect(decodeProtectedHeader(answer.json.token)).to.deep.equal({ alg: "HS256", typ: "JWT" });
      expect(claims).to.include({ iss: "balie", aud: "jitsi", sub: "meet.jitsi", room: await roomOf(booked) });
      expect(claims.room).to.match(/^[0-9a-f]{40}$/);
      expect(claims.exp - claims.iat).to.equal(180);
      expect(claims.context).to.deep.equal({
        user: { id: browser.arrivalId, name: "Els Janssens", role: "citizen" },
        features: {},
      });
    });
    it("is refused to a browser without the arrival cookie, also when it has the link", async () => {
      const { browser } = await inCall();
      expect(refusal(await askCallToken(app, { ...browser, jar: new Map() }))).to.equal("401 unauthenticated");
    });
    it("is refused with the cookie of another meeting", async () => {
      const { browser } = await inCall();
      const other = await inCall();
      expect(refusal(await askCallToken(app, { ...browser, jar: other.browser.jar }))).to.equal("401 unauthenticated");
      const [name] = [...browser.jar.keys()];
      const forged = new Map([[name!, [...other.browser.jar.values()][0]!]]);
      expect(refusal(await askCallToken(app, { ...browser, jar: forged }))).to.equal("401 unauthenticated");
    });
    it("is who the address names, whatever query and body say besides", async () => {
      const [{ browser }, other] = [await inCall(), await inCall()];
      const { arrivalId, tabId, jar } = browser;
      const path = `/api/arrivals/${arrivalId}/departure?arrivalId=${other.browser.arrivalId}`;
      const answer = await app.call("POST", path, { jar, body: { tabId, arrivalId: other.browser.arrivalId } });
      expect(answer.json.id).to.equal(arrivalId);
    });
    it("is refused after removal, and the room is told to refuse the person", async () => {
      const { booked, browser } = await inCall();
      const removal = await app.call("POST", `/api/meetings/${booked.meetingId}/removal`, {
        jar: clerk,
        body: { arrivalId: browser.arrivalId },
      });
      expect(removal.status).to.equal(200);
      expect(refusal(await askCallToken(app, browser))).to.equal("403 arrival_removed");
      const [order] = await ordersFor(await roomOf(booked));
      expect(order).to.include({ userId: browser.arrivalId, doneAt: null });
      const back = await app.call("POST", "/api/appointment/arrival", {
        bearer: booked.token,
        jar: browser.jar,
        body: { tabId: newTab() },
      });
      expect(refusal(back)).to.equal("403 arrival_removed");
    });
    it("is refused after the end, and the room is told to end", async () => {
      const { booked, browser } = await inCall();
      await app.call("POST", `/api/meetings/${booked.meetingId}/end`, { jar: clerk, body: {} });
      expect(refusal(await askCallToken(app, browser))).to.equal("410 meeting_ended");
      const back = await app.call("POST", "/api/appointment/arrival", {
        bearer: booked.token,
        jar: browser.jar,
        body: { tabId: newTab() },
      });
      expect(refusal(back)).to.equal("410 meeting_ended");
      expect((await ordersFor(await roomOf(booked))).map(({ userId }) => userId)).to.deep.equal([null]);
    });
  });

  describe("a reload", () => {
    it("is known by its cookie and gets a new token in the same room", async () => {
      const { booked, browser } = await inCall();
      const tabId = newTab();
      const answer = await app.call("POST", "/api/appointment/arrival", {
        bearer: booked.token,
        jar: browser.jar,
        body: { tabId, isReturn: true },
      });
      expect(answer.json).to.include({ id: browser.arrivalId, state: "admitted", isCurrentTab: true });
      const token = await askCallToken(app, { ...browser, tabId });
      expect(token.json.room).to.equal(await roomOf(booked));
    });
    it("in the waiting room keeps the place", async () => {
      const booked = await bookForNow();
      const browser = await arrive(app, booked);
      app.clock.now = new Date(app.clock.now.getTime() + 60_000);
      const again = await arrive(app, booked, browser.jar);
      expect(again.arrivalId).to.equal(browser.arrivalId);
    });
    it("of a page that never arrived makes no arrival", async () => {
      const booked = await bookForNow();
      const answer = await app.call("POST", "/api/appointment/arrival", {
        bearer: booked.token,
        body: { tabId: newTab(), isReturn: true },
      });
      expect(refusal(answer)).to.equal("403 not_admitted");
      expect(
        (await app.database.dataSource.manager.findOneByOrFail(Meeting, { id: booked.meetingId })).status,
      ).to.equal("planned");
    });
  });

  describe("a second tab of the same browser", () => {
    it("takes over, and the older one is told and gets no token", async () => {
      const { booked, browser } = await inCall();
      const newer = await arrive(app, booked, browser.jar);
      expect(newer.arrivalId).to.equal(browser.arrivalId);
      expect(refusal(await askCallToken(app, browser))).to.equal("409 other_tab");
      expect((await askCallToken(app, newer)).status).to.equal(200);
    });
    it("whose older tab says goodbye stays", async () => {
      const booked = await bookForNow();
      const older = await arrive(app, booked);
      const newer = await arrive(app, booked, older.jar);
      await app.call("POST", `/api/arrivals/${older.arrivalId}/departure`, {
        jar: older.jar,
        body: { tabId: older.tabId },
      });
      const view = await app.call("POST", "/api/appointment/arrival", {
        bearer: booked.token,
        jar: newer.jar,
        body: { tabId: newer.tabId },
      });
      expect(view.json.state).to.equal("waiting");
    });
  });

  describe("the link in another browser during the call", () => {
    it("waits for the nod; then it replaces the first, whose token and cookie open nothing more", async () => {
      const { booked, browser } = await inCall();
      const other = await arrive(app, booked);
      expect(other.arrivalId).to.not.equal(browser.arrivalId);
      expect(refusal(await askCallToken(app, other))).to.equal("403 not_admitted");
      expect((await admit(app, clerk, booked, other)).status).to.equal(200);
      expect((await askCallToken(app, other)).status).to.equal(200);
      expect(refusal(await askCallToken(app, browser))).to.equal("403 arrival_replaced");
      expect((await ordersFor(await roomOf(booked))).map(({ userId }) => userId)).to.deep.equal([browser.arrivalId]);
    });
    it("can be refused, and the call goes on", async () => {
      const { booked, browser } = await inCall();
      const other = await arrive(app, booked);
      await app.call("POST", `/api/meetings/${booked.meetingId}/removal`, {
        jar: clerk,
        body: { arrivalId: other.arrivalId },
      });
      expect(refusal(await askCallToken(app, other))).to.equal("403 arrival_removed");
      expect((await askCallToken(app, browser)).status).to.equal(200);
    });
  });

  describe("two clerks", () => {
    it("admit the same citizen: one leads, the other is told, and gets no token", async () => {
      const second = await signIn(app, colleague);
      const booked = await bookForNow();
      const browser = await arrive(app, booked);
      const answers = await Promise.all([admit(app, clerk, booked, browser), admit(app, second, booked, browser)]);
      expect(answers.map(refusal)).to.have.members(["200 undefined", "409 admitted_by_colleague"]);
      const loser = answers[0]!.status === 200 ? second : clerk;
      expect(
        refusal(await app.call("POST", `/api/meetings/${booked.meetingId}/call-token`, { jar: loser, body: {} })),
      ).to.equal("403 forbidden");
      expect(
        refusal(await app.call("POST", `/api/meetings/${booked.meetingId}/end`, { jar: loser, body: {} })),
      ).to.equal("403 forbidden");
      const removal = await app.call("POST", `/api/meetings/${booked.meetingId}/removal`, {
        jar: loser,
        body: { arrivalId: browser.arrivalId },
      });
      expect(refusal(removal)).to.equal("403 forbidden");
      expect((await askCallToken(app, browser)).status).to.equal(200);
    });
    it("and a clerk of another counter sees and may nothing", async () => {
      const other = await signIn(app, colleague);
      await app.database.dataSource.query(
        "delete from clerk_counter where counter_id = $1 and clerk_id = (select id from clerk where email = $2)",
        [service.counterId, colleague.email],
      );
      const { booked, browser } = await inCall();
      expect((await app.call("GET", "/api/queue", { jar: other })).text).to.not.include(booked.meetingId);
      expect(refusal(await admit(app, other, booked, browser))).to.equal("404 not_found");
      expect(
        refusal(await app.call("POST", `/api/meetings/${booked.meetingId}/call-token`, { jar: other, body: {} })),
      ).to.equal("404 not_found");
      const outcome = { result: "helped", product: "", note: "", message: "", links: [] };
      for (const [verb, body] of [
        ["removal", { arrivalId: browser.arrivalId }],
        ["end", {}],
        ["medium", { medium: "video" }],
        ["outcome", outcome],
        [`guests/${randomUUID()}/removal`, {}],
        [`helpers/${randomUUID()}/admission`, {}],
      ] as const) {
        const answer = await app.call("POST", `/api/meetings/${booked.meetingId}/${verb}`, { jar: other, body });
        expect(refusal(answer), verb).to.equal("404 not_found");
      }
    });
  });

  describe("the link", () => {
    it("of a cancelled appointment opens no waiting room", async () => {
      const booked = await bookForNow();
      await app.call("POST", "/api/appointment/cancellation", { bearer: booked.token, body: {} });
      const answer = await app.call("POST", "/api/appointment/arrival", {
        bearer: booked.token,
        body: { tabId: newTab() },
      });
      expect(refusal(answer)).to.equal("410 appointment_cancelled");
    });
    it("too early, and too late, opens no waiting room", async () => {
      const booked = await bookForNow();
      const arriveAt = (minutes: number) => {
        app.clock.now = new Date(booked.startsAt.getTime() + minutes * 60_000);
        return app.call("POST", "/api/appointment/arrival", { bearer: booked.token, body: { tabId: newTab() } });
      };
      expect(refusal(await arriveAt(-31))).to.equal("403 too_early");
      expect(refusal(await arriveAt(76))).to.equal("410 appointment_over");
    });
    it("followed by a mail scanner with GET and HEAD, and the page's own reads, changes nothing", async () => {
      const booked = await bookForNow();
      const count = () =>
        app.database.dataSource.query(
          "select (select count(*) from arrival)::int a, (select string_agg(status, ',') from meeting) m, (select string_agg(status, ',') from appointment) s, (select count(*) from outbox_message)::int o",
        );
      const before = await count();
      for (const method of ["GET", "HEAD"])
        for (const path of [`/a/${booked.token}`, `/a/${booked.token}/afspraak.ics`, "/api/appointment"])
          await app.call(method, path, { bearer: booked.token });
      expect(await count()).to.deep.equal(before);
    });
  });

  describe("someone who leaves the waiting room", () => {
    it("is out of the queue, and comes back at its end", async () => {
      const booked = await bookForNow();
      const browser = await arrive(app, booked);
      const left = await app.call("POST", `/api/arrivals/${browser.arrivalId}/departure`, {
        jar: browser.jar,
        body: { tabId: browser.tabId },
      });
      expect(left.json).to.include({ state: "left", meetingStatus: "planned" });
      expect(refusal(await admit(app, clerk, booked, browser))).to.equal("409 not_admitted");
      const back = await arrive(app, booked, browser.jar);
      expect((await admit(app, clerk, booked, back)).status).to.equal(200);
    });
  });
});
