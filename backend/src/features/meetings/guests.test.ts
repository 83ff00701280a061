import { randomUUID } from "node:crypto";
import { expect } from "chai";
import { decodeJwt } from "jose";
import type { CookieJar, TestApp } from "../../../test/app.js";
import { code, type InCall, startCalls } from "../../../test/calls.js";
import { arrive, colleague, signIn } from "../../../test/factories.js";
import { Refusal } from "../../platform/http/refusal.js";
import { announceGuest } from "./announce-guest.js";
import { Guest } from "./guest.entity.js";
import { hearRoomEvent } from "./hear-rooms.js";
import { issueGuestToken } from "./issue-call-token.js";
import { lockMeeting } from "./load-meeting.js";
import { Meeting } from "./meeting.entity.js";
import { RoomOrder } from "./room-order.entity.js";

const now = new Date("2026-11-23T09:00:00Z");
type WithGuest = InCall & { guestId: string };

describe("guests", () => {
  const calls = startCalls(now);
  const { inCall } = calls;
  let app: TestApp;
  let clerk: CookieJar;

  before(() => {
    ({ app, clerk } = calls.begun());
  });

  const db = () => app.database.dataSource.manager;
  /** A meeting in progress, and somebody who is to come in. */
  const withGuest = async (role: "helper" | "colleague" = "colleague"): Promise<WithGuest> => {
    const { booked, browser } = await inCall();
    const { id } = await app.database.dataSource.transaction(async (tx) =>
      announceGuest(tx, await lockMeeting(tx, booked.meetingId), { role, name: "Jan Peeters" }, app.clock.now),
    );
    return { booked, browser, guestId: id };
  };
  const tell = ({ browser, guestId }: WithGuest) =>
    app.call("POST", `/api/arrivals/${browser.arrivalId}/guests/${guestId}/told`, { jar: browser.jar, body: {} });
  const remove = ({ booked, guestId }: WithGuest, jar = clerk) =>
    app.call("POST", `/api/meetings/${booked.meetingId}/guests/${guestId}/removal`, { jar, body: {} });
  const token = ({ guestId }: WithGuest): Promise<any> =>
    issueGuestToken({ db: db(), now: app.clock.now }, guestId, app.config).catch((fault: unknown) => {
      if (fault instanceof Refusal) return `${fault.status} ${fault.code}`;
      throw fault;
    });
  const peopleSeenBy = async ({ booked, browser }: WithGuest) => {
    const queue = await app.call("GET", "/api/queue", { jar: clerk });
    const entry = queue.json.entries.find((one: any) => one.meetingId === booked.meetingId);
    const arrival = await app.call("POST", "/api/appointment/arrival", {
      bearer: booked.token,
      jar: browser.jar,
      body: { tabId: browser.tabId, isReturn: true },
    });
    expect(arrival.json.people).to.deep.equal(entry.people);
    return entry.people as { userId: string; role: string; name: string; isAnnounced: boolean }[];
  };
  let seq = 0;
  const boot = `guests-${randomUUID()}`;
  const ordersAfterJoining = async (meeting: WithGuest, userId = meeting.guestId) => {
    const { room } = await db().findOneByOrFail(Meeting, { id: meeting.booked.meetingId });
    await app.database.dataSource.transaction(async (tx) => {
      const context = { db: tx, actor: { kind: "anyone" as const }, now: app.clock.now };
      if (seq === 0) await hearRoomEvent(context, { boot, seq: ++seq, event: "boot" });
      const occupant = { nick: `n${seq}`, user: userId };
      await hearRoomEvent(context, { boot, seq: ++seq, event: "joined", room: room!, occupant });
    });
    return db().countBy(RoomOrder, { room: room!, userId });
  };

  it("are announced to both pages with name and role, in a token only after the citizen was told", async () => {
    const meeting = await withGuest();
    const announced = await peopleSeenBy(meeting);
    expect(announced.map(({ role }) => role)).to.deep.equal(["clerk", "citizen", "colleague"]);
    expect(announced[1]).to.include({ userId: meeting.browser.arrivalId, name: "Els Janssens" });
    expect(announced[2]).to.include({ userId: meeting.guestId, name: "Jan Peeters", isAnnounced: true });
    expect(await token(meeting)).to.equal("409 guest_not_told");

    expect((await tell(meeting)).json).to.deep.equal({ guestId: meeting.guestId });
    expect((await tell(meeting)).status).to.equal(200);
    expect((await peopleSeenBy(meeting))[2]).to.include({ isAnnounced: false });
    const claims = decodeJwt<{ context: { user: object } }>((await token(meeting)).token);
    expect(claims.context.user).to.deep.equal({ id: meeting.guestId, name: "Jan Peeters", role: "colleague" });
  });

  it("are told of by the citizen who is in that call, and by nobody else", async () => {
    const meeting = await withGuest();
    const other = await withGuest();
    expect(code(await tell({ ...meeting, browser: other.browser }))).to.equal("404 not_found");
    expect(code(await tell({ ...meeting, guestId: randomUUID() }))).to.equal("404 not_found");
    const waiting = await arrive(app, meeting.booked);
    expect(code(await tell({ ...meeting, browser: waiting }))).to.equal("403 not_admitted");
    expect(await token(meeting)).to.equal("409 guest_not_told");
  });

  it("belong in the room once the citizen was told, and not before or any more", async () => {
    const meeting = await withGuest("helper");
    expect(await ordersAfterJoining(meeting)).to.equal(1);
    const told = await withGuest("helper");
    await tell(told);
    expect(await ordersAfterJoining(told)).to.equal(0);
    expect(await ordersAfterJoining(told, told.browser.arrivalId)).to.equal(0);
    await remove(told);
    expect(await ordersAfterJoining(told)).to.equal(2);
  });

  it("are put out by the clerk who leads: the room is told, and there is no token any more", async () => {
    const meeting = await withGuest();
    await tell(meeting);
    const other = await signIn(app, colleague);
    expect(code(await remove(meeting, other))).to.equal("403 forbidden");
    expect((await remove(meeting)).json.people).to.have.length(2);
    expect((await remove(meeting)).status).to.equal(200);
    const orders = await db().findBy(RoomOrder, { userId: meeting.guestId });
    expect(orders).to.have.length(1);
    expect(await token(meeting)).to.equal("410 guest_gone");
    expect(code(await tell(meeting))).to.equal("410 guest_gone");
    expect(code(await remove({ ...meeting, guestId: randomUUID() }))).to.equal("404 not_found");
  });

  it("of another meeting are not reached, and all are out when it ends", async () => {
    const meeting = await withGuest();
    const other = await withGuest();
    expect(code(await remove({ ...meeting, guestId: other.guestId }))).to.equal("404 not_found");
    await tell(meeting);
    await app.call("POST", `/api/meetings/${meeting.booked.meetingId}/end`, { jar: clerk, body: {} });
    expect(await token(meeting)).to.equal("410 meeting_ended");
    expect(code(await remove(meeting))).to.equal("410 meeting_ended");
    expect(await ordersAfterJoining(meeting)).to.equal(1);
  });

  it("that were removed while the citizen was being told stay out", async () => {
    const meeting = await withGuest();
    const answers = await Promise.all([tell(meeting), remove(meeting)]);
    expect(answers[1].status).to.equal(200);
    expect((await db().findOneByOrFail(Guest, { id: meeting.guestId })).state).to.equal("removed");
    expect(await token(meeting)).to.equal("410 guest_gone");
  });
});
