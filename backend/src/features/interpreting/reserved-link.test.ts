import { expect } from "chai";
import type { CookieJar, TestApp } from "../../../test/app.js";
import { code } from "../../../test/calls.js";
import { admit, arrive, book, quarterAfter, reservationTokenOf, seek } from "../../../test/factories.js";
import type { TestPhone } from "../../../test/phone.js";
import { startVideoRequests } from "../../../test/video-requests.js";

const now = new Date();

describe("an interpreter by video", function () {
  this.timeout(30_000);
  const video = startVideoRequests(now);
  const { query, askFor, roster, called, mails, open, come, visit, askToken, tell } = video;
  let app: TestApp;
  let clerk: CookieJar;
  let phone: TestPhone;

  beforeEach(() => {
    ({ app, clerk, phone } = video.begun());
  });

  describe("who confirmed ahead", () => {
    const reserve = async (minutes = 45) => {
      await roster({}, {});
      const booked = await book(app, video.begun().service.id, quarterAfter(now, minutes), {
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

    it("and was reached by a search before their yes: the link that they answered by leads in", async () => {
      const { booked, token } = await reserve();
      app.clock.now = new Date(booked.startsAt.getTime() - 60_000);
      const browser = await arrive(app, booked);
      expect((await admit(app, clerk, booked, browser)).status).to.equal(200);
      const [{ room }] = await query("select room from meeting where id = $1", [booked.meetingId]);
      phone.prosody.openRoom(room);
      const call = await called((await askFor({ booked })).json);
      expect(call.name).to.equal("Tolk 1");
      const yes = await answer(token, true);
      expect(yes.status, yes.text).to.equal(200);
      const visitor = await visit(token);
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
