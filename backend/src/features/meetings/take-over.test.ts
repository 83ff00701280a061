import { randomUUID } from "node:crypto";
import { expect } from "chai";
import { decodeJwt } from "jose";
import type { CookieJar, TestApp } from "../../../test/app.js";
import { code } from "../../../test/calls.js";
import type { EventStream } from "../../../test/event-stream.js";
import { startHandovers } from "../../../test/handovers.js";
import { hearRoomEvent } from "./hear-rooms.js";

const now = new Date("2026-11-23T09:00:00Z");

describe("a meeting handed to a colleague", () => {
  const handovers = startHandovers(now);
  const { query, led, noteConsole, post, ask, asked, say, tell, tokenOf, end, entryOf, ordersFor, taken } = handovers;
  let app: TestApp;
  let an: CookieJar;
  let karim: CookieJar;
  let anId: string;
  let karimId: string;
  let atConsole: EventStream;

  beforeEach(() => {
    ({ app, an, karim, anId, karimId, atConsole } = handovers.begun());
  });

  it("goes to who said yes once the citizen was told: the room stays, the one before is out of it, and the new one has an id of their own", async () => {
    const meeting = await led();
    const before = await query("select room from meeting where id = $1", [meeting.booked.meetingId]);
    const id = await asked(meeting, "Vraagt naar de zaal.");
    app.refresh();
    const view = await atConsole.seen("the question", ({ asked: some }) => some?.some((one: any) => one.id === id));
    expect(view.asked.find((one: any) => one.id === id)).to.deep.include({
      state: "asked",
      from: { id: anId, name: "An Peeters" },
      citizenName: "Els Janssens",
      note: "Vraagt naar de zaal.",
    });

    expect((await say(id, true)).json.state).to.equal("accepted");
    const announced = (await entryOf(meeting)).people.at(-1);
    expect(announced).to.include({ userId: id, role: "clerk", name: "Karim Haddad", isAnnounced: true });
    expect(code(await tokenOf(meeting, karim))).to.equal("403 forbidden");
    expect((await tokenOf(meeting, an)).status).to.equal(200);

    expect((await tell(meeting, id)).status).to.equal(200);
    expect((await tell(meeting, id)).status).to.equal(200);
    expect((await say(id, true)).json.state).to.equal("taken");
    const token = (await tokenOf(meeting, karim)).json;
    expect(token).to.include({ userId: id, role: "clerk", room: before[0].room });
    expect(decodeJwt<{ context: { user: object } }>(token.token).context.user).to.include({
      id,
      name: "Karim Haddad",
      role: "clerk",
    });
    expect(code(await tokenOf(meeting, an))).to.equal("403 forbidden");
    expect(await ordersFor(meeting, anId)).to.have.length(1);
    expect((await entryOf(meeting)).people.map(({ role, name }: any) => [role, name])).to.deep.equal([
      ["clerk", "Karim Haddad"],
      ["citizen", "Els Janssens"],
    ]);
  });

  it("is the new one's to end and to close, and its history says who led it before", async () => {
    const { meeting } = await taken();
    const entry = await entryOf(meeting, karim);
    expect(entry.clerk).to.deep.equal({ id: karimId, name: "Karim Haddad" });
    expect(entry.handovers).to.deep.equal([
      { fromName: "An Peeters", toName: "Karim Haddad", takenAt: app.clock.now.toISOString(), note: "" },
    ]);
    expect(code(await end(meeting, an))).to.equal("403 forbidden");
    expect((await end(meeting, karim)).json).to.deep.include({ status: "ended", handovers: entry.handovers });
    const outcome = { result: "helped", product: "", note: "", message: "", links: [] };
    const close = (jar: CookieJar) => post(`/api/meetings/${meeting.booked.meetingId}/outcome`, jar, outcome);
    expect(code(await close(an))).to.equal("403 forbidden");
    expect((await close(karim)).status).to.equal(200);
  });

  it("can be handed back: each time with a new id, so that who was put out is let in again", async () => {
    const { meeting, id } = await taken();
    await noteConsole(anId);
    const back = await ask(meeting, anId, karim);
    expect(back.status, back.text).to.equal(200);
    await say(back.json.id, true, an);
    await tell(meeting, back.json.id);
    expect((await tokenOf(meeting, an)).json.userId).to.equal(back.json.id);
    expect(await ordersFor(meeting, id)).to.have.length(1);
    expect(await ordersFor(meeting, back.json.id)).to.have.length(0);
    expect((await entryOf(meeting)).handovers.map(({ toName }: any) => toName)).to.deep.equal([
      "Karim Haddad",
      "An Peeters",
    ]);
    const [{ room }] = await query("select room from meeting where id = $1", [meeting.booked.meetingId]);
    const boot = `handover-${randomUUID()}`;
    const hear = (seq: number, event: "boot" | "joined", user?: string) =>
      app.database.dataSource.transaction((db) =>
        hearRoomEvent(
          { db, actor: { kind: "anyone" }, now: app.clock.now },
          { boot, seq, event, room, ...(user ? { occupant: { nick: user, user } } : {}) },
        ),
      );
    await hear(1, "boot");
    await hear(2, "joined", back.json.id);
    expect(await ordersFor(meeting, back.json.id)).to.have.length(0);
    expect((await entryOf(meeting)).isClerkInCall).to.equal(true);
    await hear(3, "joined", anId);
    expect(await ordersFor(meeting, anId), "an old token of the first time").to.have.length(2);
  });

  it("is taken at once where nobody can be told: on the telephone, or with no page of the citizen's open", async () => {
    const gone = await led();
    await query("update arrival set seen_at = null where id = $1", [gone.browser.arrivalId]);
    const id = await asked(gone);
    expect((await say(id, true)).json.state).to.equal("taken");
    await end(gone, karim);
    const byPhone = await led();
    await query("update meeting set medium = 'phone' where id = $1", [byPhone.booked.meetingId]);
    expect((await say(await asked(byPhone), true)).json.state).to.equal("taken");
    await end(byPhone, karim);
    const inRoom = await led();
    await query("update arrival set seen_at = null where id = $1", [inRoom.browser.arrivalId]);
    await query(
      "insert into occupant (room, nick, user_id, joined_at) select room, 'els', $2, now() from meeting where id = $1",
      [inRoom.booked.meetingId, inRoom.browser.arrivalId],
    );
    expect((await say(await asked(inRoom), true)).json.state).to.equal("accepted");
  });

  it("ends the place of who was in it as a colleague: they lead it now", async () => {
    const meeting = await led();
    const request = (await post(`/api/meetings/${meeting.booked.meetingId}/colleagues`, an, { clerkId: karimId })).json;
    const { guest } = (await post(`/api/colleague-requests/${request.id}/answer`, karim, { accepts: true })).json;
    await tell(meeting, guest.id);
    await query("delete from open_console");
    const id = await asked(meeting);
    await say(id, true);
    await tell(meeting, id);
    expect(await ordersFor(meeting, guest.id)).to.have.length(1);
    expect((await entryOf(meeting)).people.map(({ role }: any) => role)).to.deep.equal(["clerk", "citizen"]);
    expect(code(await post(`/api/colleague-requests/${request.id}/call-token`, karim))).to.equal("410 guest_gone");
  });

  it("takes back the question to come along, of whoever leads now", async () => {
    const meeting = await led();
    const request = (await post(`/api/meetings/${meeting.booked.meetingId}/colleagues`, an, { clerkId: karimId })).json;
    const id = await asked(meeting);
    await say(id, true);
    await tell(meeting, id);
    const answer = await post(`/api/colleague-requests/${request.id}/answer`, karim, { accepts: true });
    expect(code(answer)).to.equal("409 colleague_withdrawn");
  });
});
