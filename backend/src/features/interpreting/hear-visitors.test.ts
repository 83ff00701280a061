import { expect } from "chai";
import type { CookieJar, TestApp } from "../../../test/app.js";
import { code } from "../../../test/calls.js";
import { openEventStream } from "../../../test/event-stream.js";
import { signInAsAdministrator } from "../../../test/factories.js";
import type { TestPhone } from "../../../test/phone.js";
import { until } from "../../../test/until.js";
import { startVideoRequests } from "../../../test/video-requests.js";
import { reconcileRooms } from "../meetings/hear-rooms.js";
import { endAbsent } from "./end-absent.js";
import { forgetCalls } from "./forget-calls.js";
import { hearLegs } from "./hear-legs.js";

const now = new Date();

describe("an interpreter by video", function () {
  this.timeout(30_000);
  const video = startVideoRequests(now);
  const { query, post, talking, askFor, ask, withdraw, end, seen, callsOf } = video;
  const { roster, called, callSeen, tokenOf, mails, come, visit, askToken, tell, interpreting } = video;
  let app: TestApp;
  let clerk: CookieJar;
  let phone: TestPhone;

  beforeEach(() => {
    ({ app, clerk, phone } = video.begun());
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
      await end(request);
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
});
