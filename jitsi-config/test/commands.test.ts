import { expect } from "chai";
import { Counter, newRoom } from "./support/counter.js";
import { refusalOf } from "./support/refusal.js";
import { citizen, clerk } from "./support/tokens.js";
import { find } from "./support/xml.js";
import { isUnavailable, statusCodes } from "./support/xmpp-client.js";

describe("the backend commands", function () {
  this.timeout(15_000);
  let counter: Counter;

  before(async () => {
    counter = await Counter.start();
  });
  after(() => counter.stop());

  it("and sees who is in which room", async () => {
    const { room } = await counter.openCall();
    await counter.backend.hasTold(room, "joined citizen-1");
    const { status, body } = await counter.prosody.rooms();
    expect(status).to.equal(200);
    const last = counter.backend.accepted.entries.at(-1);
    expect(body).to.include({ boot: last?.boot, seq: last?.seq });
    const listed = body.rooms.find((entry: { room: string }) => entry.room === room);
    expect(listed.occupants).to.have.deep.members([
      { nick: "clerknick", user: "clerk-1", role: "moderator", affiliation: "owner" },
      { nick: "citizennick", user: "citizen-1", role: "participant", affiliation: "member" },
    ]);
  });

  it("a removal: the person leaves, and a still valid token does not bring them back", async () => {
    const { room, clerkPage, citizenPage } = await counter.openCall();
    const { status, body } = await counter.prosody.command("remove", { room, user: "citizen-1", reason: "Goodbye" });
    expect([status, body]).to.deep.equal([200, { removed: 1 }]);
    const left = await citizenPage.seesPresence("citizennick", isUnavailable);
    expect(statusCodes(left)).to.include("307");
    expect(find(left, "x", "item", "reason")?.text).to.equal("Goodbye");
    await clerkPage.seesPresence("citizennick", isUnavailable);
    await counter.backend.hasTold(room, "left citizen-1 removed");

    const sameConnection = await refusalOf(citizenPage.join(room, "citizennick"));
    expect(sameConnection).to.include({ type: "auth", condition: "forbidden" });
    const newConnection = await counter.connectAs(citizen, room);
    expect(await refusalOf(newConnection.join(room, "newnick"))).to.include({ type: "auth", condition: "forbidden" });
  });

  it("a removal that concerns nobody else and no other room", async () => {
    const { room, citizenPage } = await counter.openCall();
    await counter.prosody.command("remove", { room, user: "citizen-1" });
    await citizenPage.seesPresence("citizennick", isUnavailable);
    const other = await counter.connectAs({ ...citizen, id: "citizen-2" }, room);
    await other.join(room, "othernick");
    await counter.openCall();
  });

  it("a removal before the person or the room is there", async () => {
    const room = newRoom();
    const { status, body } = await counter.prosody.command("remove", { room, user: "citizen-1" });
    expect([status, body]).to.deep.equal([200, { removed: 0 }]);
    const page = await counter.connectAs(citizen, room);
    expect(await refusalOf(page.join(room, "citizennick"))).to.include({ type: "auth", condition: "forbidden" });
  });

  it("a removal twice, as well as once", async () => {
    const { room } = await counter.openCall();
    await counter.prosody.command("remove", { room, user: "citizen-1" });
    const { status, body } = await counter.prosody.command("remove", { room, user: "citizen-1" });
    expect([status, body]).to.deep.equal([200, { removed: 0 }]);
  });

  it("an end: everybody leaves, and nobody comes back in", async () => {
    const { room, clerkPage, citizenPage } = await counter.openCall();
    const { status, body } = await counter.prosody.command("end", { room, reason: "Done" });
    expect([status, body]).to.deep.equal([200, { ended: true }]);
    const left = await citizenPage.seesPresence("citizennick", isUnavailable);
    expect(find(left, "x", "destroy", "reason")?.text).to.equal("Done");
    await clerkPage.seesPresence("clerknick", isUnavailable);
    for (const page of [clerkPage, citizenPage]) {
      expect(await refusalOf(page.join(room, "againnick"))).to.include({ type: "auth", condition: "forbidden" });
    }
  });

  it("an end of a room that is not there, and again", async () => {
    const room = newRoom();
    for (const _time of ["once", "twice"]) {
      const { status, body } = await counter.prosody.command("end", { room });
      expect([status, body]).to.deep.equal([200, { ended: false }]);
    }
    const page = await counter.connectAs(clerk, room);
    expect(await refusalOf(page.join(room, "clerknick"))).to.include({ type: "auth", condition: "forbidden" });
  });

  it("with the room's name in any case", async () => {
    const { room } = await counter.openCall();
    const { body } = await counter.prosody.command("end", { room: room.toUpperCase() });
    expect(body).to.deep.equal({ ended: true });
  });

  it("and is refused without the secret or with a wrong one", async () => {
    const room = newRoom();
    for (const secret of [null, "", "wrong", "the-secret-between-backend-and-prosody-43"]) {
      const rooms = await counter.prosody.request("rooms", { method: "GET" }, secret);
      const end = await counter.prosody.request("end", { method: "POST", body: JSON.stringify({ room }) }, secret);
      expect([rooms.status, end.status]).to.deep.equal([401, 401]);
    }
    const page = await counter.connectAs(clerk, room);
    await page.join(room, "clerknick");
  });

  it("and hears what was wrong with the command", async () => {
    const post = (path: string, body: string) => counter.prosody.request(path, { method: "POST", body });
    const room = newRoom();
    expect((await post("end", "{")).status).to.equal(400);
    expect((await post("end", '"room"')).status).to.equal(400);
    expect((await post("end", "7")).status).to.equal(400);
    expect((await post("end", "{}")).status).to.equal(400);
    expect((await post("end", '{"room":7}')).status).to.equal(400);
    expect((await post("end", `{"room":"${room}@other.host"}`)).status).to.equal(400);
    expect((await post("end", `{"room":"${room}/nick"}`)).status).to.equal(400);
    expect((await post("remove", `{"room":"${room}"}`)).status).to.equal(400);
    expect((await post("remove", `{"room":"${room}","user":7}`)).status).to.equal(400);
    expect((await post("dance", "{}")).status).to.equal(404);
    expect((await counter.prosody.request("end", { method: "GET" })).status).to.equal(404);
  });

  it("with no more than 64 kB", async () => {
    const room = newRoom();
    const ofLength = (length: number) => JSON.stringify({ room, reason: "" }).replace('""', `"${"x".repeat(length)}"`);
    const fits = await counter.prosody.request("end", { method: "POST", body: ofLength(60_000) });
    const isTooLarge = await counter.prosody.request("end", { method: "POST", body: ofLength(66_000) });
    expect([fits.status, isTooLarge.status]).to.deep.equal([200, 413]);
  });
});

describe("a refusal", function () {
  this.timeout(15_000);
  it("ends when no token of its time can be valid any more", async () => {
    const counter = await Counter.start({ env: { COUNTER_CONTROL_REFUSE_SECONDS: "1" } });
    try {
      const [removedFrom, ended] = [newRoom(), newRoom()];
      await counter.prosody.command("remove", { room: removedFrom, user: "citizen-1" });
      await counter.prosody.command("end", { room: ended });
      for (const room of [removedFrom, ended]) await joinsInTheEnd(counter, room);
    } finally {
      await counter.stop();
    }
  });
});

async function joinsInTheEnd(counter: Counter, room: string): Promise<void> {
  const page = await counter.connectAs(citizen, room);
  const giveUpAt = Date.now() + 4000;
  for (;;) {
    try {
      await page.join(room, "citizennick");
      return;
    } catch (refusal) {
      if (Date.now() > giveUpAt) throw refusal;
    }
  }
}
