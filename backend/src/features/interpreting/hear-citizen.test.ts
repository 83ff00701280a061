import { randomUUID } from "node:crypto";
import { expect } from "chai";
import type { TestApp } from "../../../test/app.js";
import { startCalls } from "../../../test/calls.js";
import { enrol, startTestPhone, type TestPhone } from "../../../test/phone.js";
import { until } from "../../../test/until.js";
import { forgetDeserted, hearCitizen } from "./hear-citizen.js";
import { hearLegs } from "./hear-legs.js";

describe("a search whose citizen hangs up", function () {
  this.timeout(30_000);
  const calls = startCalls(new Date(), { SIP_URI: "balie@pbx.example.org" });
  const { query } = calls;
  let app: TestApp;
  let phone: TestPhone;
  let hunts: Awaited<ReturnType<TestPhone["startHunts"]>>;

  before(async () => {
    ({ app } = calls.begun());
    phone = await startTestPhone(app);
    hunts = await phone.startHunts();
  });
  after(async () => {
    await hunts.stop();
    await phone.stop();
  });

  const hear = (event: "joined" | "left", room: string, user: string) =>
    app.database.dataSource.transaction((db) =>
      hearCitizen(db, { boot: "b", seq: 1, event, room, occupant: { nick: "c", user } }),
    );
  const beInRoom = (room: string, user: string) =>
    query("insert into occupant (room, nick, user_id, joined_at) values ($1, 'c', $2, now())", [room, user]);
  /** One search, ringing; the citizen is in the room. */
  const searching = async () => {
    const { booked, browser } = await calls.inCall();
    const [{ room }] = await query("select room from meeting where id = $1", [booked.meetingId]);
    phone.prosody.openRoom(room);
    const address = `+3249${String(Math.floor(Math.random() * 1e7)).padStart(7, "0")}`;
    phone.prosody.fate(address, "rings");
    await query("update interpreter set is_active = false");
    await enrol(app, [{ name: "Nuray Niet", address }]);
    const { clerk } = calls.begun();
    const body = { requestId: randomUUID(), language: "tr", callAgain: null };
    const asked = await app.call("POST", `/api/meetings/${booked.meetingId}/interpreters`, { jar: clerk, body });
    expect(asked.status, asked.text).to.equal(200);
    const id: string = asked.json.id;
    await until("it rings", async () => phone.prosody.legs(room).length === 1);
    await beInRoom(room, browser.arrivalId);
    return { id, room: room as string, citizen: browser.arrivalId };
  };
  const rowOf = async (id: string): Promise<{ state: string; isDeserted: boolean }> =>
    (await query(`select state, deserted_at is not null "isDeserted" from interpreter_request where id = $1`, [id]))[0];
  const leave = async ({ room, citizen }: { room: string; citizen: string }) => {
    await query("delete from occupant where room = $1", [room]);
    await hear("left", room, citizen);
  };
  const elevenSecondsPass = (id: string) =>
    query("update interpreter_request set deserted_at = deserted_at - interval '11 seconds' where id = $1", [id]);

  it("stops too when they were on the telephone", async () => {
    const { id, room, citizen } = await searching();
    await query("delete from occupant where room = $1", [room]);
    const occupant = { nick: "c", user: citizen, phone: { call: randomUUID(), direction: "in" as const } };
    await app.database.dataSource.transaction((db) =>
      hearLegs(app.config).heard({ db, now: new Date() }, { boot: "b", seq: 1, event: "left", room, occupant }),
    );
    expect(await rowOf(id)).to.deep.equal({ state: "dialling", isDeserted: true });
    await elevenSecondsPass(id);
    await until("the search is over", async () => (await rowOf(id)).state === "withdrawn");
  });
  it("stops after ten seconds, and nobody is rung any more", async () => {
    const search = await searching();
    await enrol(app, [{ name: "Vera Volgende", address: "+32490000000" }]);
    await leave(search);
    expect(await rowOf(search.id)).to.deep.equal({ state: "dialling", isDeserted: true });
    await query("update interpreter_call set rings_until = now() where request_id = $1", [search.id]);
    await query("update interpreter_request set due_at = now() where id = $1", [search.id]);
    await until("who rang is let be", async () => phone.prosody.legs(search.room).length === 0);
    expect(await rowOf(search.id)).to.deep.equal({ state: "queued", isDeserted: true });
    await elevenSecondsPass(search.id);
    await until("the search is over", async () => (await rowOf(search.id)).state === "withdrawn");
    expect(phone.prosody.legs(search.room)).to.have.length(0);
    const calls = await query("select id from interpreter_call where request_id = $1", [search.id]);
    expect(calls, "the next one was never rung").to.have.length(1);
  });
  it("goes on where they only reloaded the page, or have a second connection, or somebody else left", async () => {
    const search = await searching();
    await hear("left", search.room, search.citizen);
    expect((await rowOf(search.id)).isDeserted, "another connection is there").to.equal(false);
    await hear("left", search.room, randomUUID());
    expect((await rowOf(search.id)).isDeserted, "somebody else").to.equal(false);
    await leave(search);
    await beInRoom(search.room, search.citizen);
    await hear("joined", search.room, search.citizen);
    await elevenSecondsPass(search.id);
    expect(await rowOf(search.id)).to.deep.equal({ state: "dialling", isDeserted: false });
  });
  it("nor does it stop for what was missed in a gap of the news", async () => {
    const search = await searching();
    await leave(search);
    await app.database.dataSource.transaction((db) => forgetDeserted(db));
    expect((await rowOf(search.id)).isDeserted).to.equal(false);
  });
});
