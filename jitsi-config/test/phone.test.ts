import { randomUUID } from "node:crypto";
import { xml } from "@xmpp/client";
import { expect } from "chai";
import { newRoom } from "./support/counter.js";
import { atOnce, interpreter, PhoneCounter, type PhoneGateway } from "./support/phone.js";
import { citizen } from "./support/tokens.js";
import { find, type XmlElement } from "./support/xml.js";
import { isUnavailable, mucDomain } from "./support/xmpp-client.js";

const ringing = "+3291112222";
const statusIs = (status: string) => (stanza: XmlElement) => find(stanza, "status")?.text === status;

describe("the backend dials", function () {
  this.timeout(15_000);
  let phone: PhoneCounter;
  let gateway: PhoneGateway;

  before(async () => {
    phone = await PhoneCounter.start({ env: { COUNTER_CONTROL_DIAL_TIMEOUT: "1" } });
    gateway = await phone.startGateway();
  });
  after(() => phone.stop());

  /** A call with a telephone in it, and the leg's name in the room. */
  const openWithLeg = async (to = atOnce) => {
    const meeting = await phone.counter.openCall();
    const call = randomUUID();
    const { status, body } = await phone.dial(meeting.room, to, call);
    expect([status, Object.keys(body)]).to.deep.equal([200, ["nick"]]);
    return { ...meeting, call, nick: String(body.nick) };
  };
  const legOf = (nick: string) => {
    const leg = [...gateway.legs].find(({ occupant }) => occupant.endsWith(`/${nick}`));
    if (!leg) throw new Error("no leg");
    return leg;
  };
  const story = (room: string) => phone.counter.backend.storyOf(room).slice(3);
  const hasTold = (room: string, ...lines: string[]) => phone.counter.backend.hasTold(room, ...lines);

  it("and is told of the leg as of anybody, from its coming to its end", async () => {
    const { room, call, nick } = await openWithLeg();
    await hasTold(room, `changed ${call} Connected`);
    await phone.hangUp(room, call);
    await hasTold(room, `left ${call} removed`);
    expect(story(room)).to.deep.equal([
      `joined ${call} Initializing Call`,
      `changed ${call} Connected`,
      `left ${call} removed`,
    ]);
    const joined = phone.counter.backend.accepted.entries.find(({ occupant }) => occupant?.user === call);
    expect(joined?.occupant).to.deep.equal({
      ...{ nick, user: call, role: "moderator", affiliation: "owner" },
      phone: { call, direction: "out", status: "Initializing Call" },
    });
    expect(joined?.at_ms).to.be.within((joined?.at ?? 0) * 1000, (joined?.at ?? 0) * 1000 + 1999);
  });

  it("and the others see who it is, by the backend's word", async () => {
    const { citizenPage, call, nick } = await openWithLeg();
    for (const status of ["Initializing Call", "Connected"]) {
      const presence = await citizenPage.seesPresence(nick, statusIs(status));
      expect(find(presence, "nick")?.text).to.equal("Tarık Tolk");
      const user = find(presence, "identity", "user");
      expect(["id", "name", "role"].map((part) => find(user, part)?.text)).to.deep.equal([
        call,
        "Tarık Tolk",
        "interpreter",
      ]);
      expect(find(presence, "initiator", "header")?.attributes.name).to.equal("JigasiCallDirection");
    }
  });

  it("and sees the leg among those in the rooms", async () => {
    const { room, call, nick } = await openWithLeg();
    await hasTold(room, `changed ${call} Connected`);
    const { body } = await phone.counter.prosody.rooms();
    const listed = body.rooms.find((each: { room: string }) => each.room === room);
    expect(listed.occupants.find(({ user }: { user: string }) => user === call)).to.deep.equal({
      ...{ nick, user: call, role: "moderator", affiliation: "owner" },
      phone: { call, direction: "out", status: "Connected" },
    });
  });

  it("and nobody but the gateway learns the number", async () => {
    const { room, call, citizenPage, clerkPage, nick } = await openWithLeg();
    const leg = legOf(nick);
    await hasTold(room, `changed ${call} Connected`);
    const unknown = xml("callee", { uri: `tel:${atOnce}` });
    await leg.tell("Call to +32 9 111 22 20 failed: sip:tolk@example.be not found", unknown);
    await hasTold(room, `changed ${call} Call to … failed: … not found`);
    await leg.hangUp();
    await hasTold(room, `left ${call} left`);
    const last = phone.counter.backend.accepted.entries.find((each) => each.event === "left" && each.room === room);
    expect(last?.occupant?.phone?.status).to.equal("Call to … failed: … not found");
    await citizenPage.seesPresence(nick, isUnavailable);
    await clerkPage.seesPresence(nick, isUnavailable);
    const everything = JSON.stringify([
      citizenPage.stanzas.entries,
      clerkPage.stanzas.entries,
      phone.counter.backend.attempts.entries,
      phone.counter.prosody.log.entries,
    ]);
    expect(everything).not.to.include("3291112220");
    expect(everything).not.to.include("9 111 22 20");
  });

  it("a SIP address too", async () => {
    const { room, call } = await openWithLeg("sip:tolk0@agency.example");
    await hasTold(room, `changed ${call} Connected`);
    await gateway.hasSeen("joined", "sip:tolk0@agency.example");
  });

  it("and hangs up before anybody has answered", async () => {
    const { room, call, citizenPage, nick } = await openWithLeg(ringing);
    expect((await phone.hangUp(room, call)).body).to.deep.equal({ ended: true });
    await citizenPage.seesPresence(nick, isUnavailable);
    await hasTold(room, `left ${call} removed`);
    expect((await phone.hangUp(room, call)).body).to.deep.equal({ ended: false });
  });

  it("the same call twice, and one telephone rings", async () => {
    const { room } = await phone.counter.openCall();
    const call = randomUUID();
    const number = "+3291110010";
    const answers = await Promise.all([phone.dial(room, number, call), phone.dial(room, number, call)]);
    answers.push(await phone.dial(room, number, call));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.nick}`)).size).to.equal(1);
    expect(gateway.happenings.entries.filter((each) => each.is === "dialled" && each.number === number)).to.have.length(
      1,
    );
  });

  it("a call that has ended never again", async () => {
    const { room, call } = await openWithLeg();
    await phone.hangUp(room, call);
    const { status, body } = await phone.dial(room, atOnce, call);
    expect([status, body]).to.deep.equal([502, { error: "refused", condition: "hung_up" }]);
    const left = await openWithLeg("+3291112218");
    await hasTold(left.room, `left ${left.call} left`);
    const again = await phone.dial(left.room, atOnce, left.call);
    expect([again.status, again.body]).to.deep.equal([502, { error: "refused", condition: "ended" }]);
  });

  it("and whoever has the name of a leg that has gone is not put out for it", async () => {
    const { room, call, nick, citizenPage } = await openWithLeg("+3291112218");
    await hasTold(room, `left ${call} left`);
    const other = await phone.counter.connectAs({ ...citizen, id: "citizen-2" }, room);
    await other.join(room, nick);
    expect((await phone.hangUp(room, call)).body).to.deep.equal({ ended: false });
    citizenPage.message(room, "still here");
    await other.stanzas.first("the message", ({ name }) => name === "message");
  });

  it("and hears that a telephone is busy, and that it is gone", async () => {
    const { room, call } = await openWithLeg("+3291112221");
    await hasTold(room, `left ${call} left`);
    expect(story(room)).to.deep.equal([
      `joined ${call} Initializing Call`,
      `changed ${call} Busy Here`,
      `left ${call} left`,
    ]);
  });

  it("and hears that the other side hung up", async () => {
    const { room, call } = await openWithLeg("+3291112218");
    await hasTold(room, `changed ${call} Connected`, `left ${call} left`);
  });

  it("and hears that a gateway crashed in mid-call", async () => {
    const { room, call } = await openWithLeg("+3291112206");
    await hasTold(room, `changed ${call} Connected`, `left ${call} connection_lost`);
  });

  it("into a room that is not there, and is told so", async () => {
    const { status, body } = await phone.dial(newRoom(), atOnce);
    expect([status, body]).to.deep.equal([409, { error: "room_unknown" }]);
  });

  const dialAlone = (room: string, call: string) =>
    phone.counter.prosody.command("dial", { room, call, to: atOnce, user: interpreter(call), opens: true });
  const roomsNow = async () => {
    const { body } = await phone.counter.prosody.rooms();
    return (body.rooms as { room: string }[]).map(({ room }) => room);
  };

  it("into a room of its own, which goes with the leg", async () => {
    const [room, call] = [newRoom(), randomUUID()];
    const answers = await Promise.all([dialAlone(room, call), dialAlone(room, call)]);
    expect(answers.map(({ status }) => status)).to.deep.equal([200, 200]);
    await hasTold(room, `joined ${call} Initializing Call`, `changed ${call} Connected`);
    await phone.hangUp(room, call);
    await hasTold(room, `left ${call} removed`);
    expect(await roomsNow()).to.not.include(room);
  });

  it("and opens no room that was ended", async () => {
    const [room, call] = [newRoom(), randomUUID()];
    await phone.counter.prosody.command("end", { room });
    const { status, body } = await dialAlone(room, call);
    expect([status, body]).to.deep.equal([409, { error: "room_unknown" }]);
    expect(await roomsNow()).to.not.include(room);
  });

  it("a gateway that refuses", async () => {
    const { room } = await phone.counter.openCall();
    const { status, body } = await phone.dial(room, "+3291112223");
    expect([status, body]).to.deep.equal([502, { error: "refused", condition: "internal-server-error" }]);
  });

  it("a gateway that is silent", async () => {
    const { room } = await phone.counter.openCall();
    const { status, body } = await phone.dial(room, "+3291112224");
    expect([status, body]).to.deep.equal([504, { error: "gateway_silent" }]);
  });

  it("a gateway that answers too late, and its leg stays outside", async () => {
    const { room } = await phone.counter.openCall();
    const call = randomUUID();
    const number = "+3291110005";
    expect((await phone.dial(room, number, call)).status).to.equal(504);
    await gateway.hasSeen("turned_away", number);
    expect((await phone.dial(room, number, call)).status).to.equal(504);
    await phone.counter.hasToldAll();
    expect(story(room)).to.deep.equal([]);
  });

  it("a gateway that refers to something else, and its leg is put out", async () => {
    const { room } = await phone.counter.openCall();
    const call = randomUUID();
    const { status, body } = await phone.dial(room, "+3291112227", call);
    expect([status, body]).to.deep.equal([502, { error: "refused", condition: "wrong_reference" }]);
    await hasTold(room, `left ${call} removed`);
  });
});

describe("a telephone, where no token module of ours looks at what it says", function () {
  this.timeout(15_000);
  it("is known by the backend's word alone, in coming, speaking and leaving", async () => {
    const settings = `Component "${mucDomain}" "muc"\n  modules_enabled = { "counter_control" }`;
    const phone = await PhoneCounter.start({ settings });
    try {
      const gateway = await phone.startGateway();
      const { room, citizenPage } = await phone.counter.openCall();
      const call = randomUUID();
      const { nick } = (await phone.dial(room, atOnce, call)).body;
      await citizenPage.seesPresence(nick, statusIs("Connected"));
      const [leg] = gateway.legs;
      const forged = xml("identity", {}, xml("user", {}, xml("id", {}, "clerk-1"), xml("role", {}, "clerk")));
      const name = xml("nick", { xmlns: "http://jabber.org/protocol/nick" }, "Kees Clerk");
      await leg?.tell("Speaks", name, forged, xml("display-name", {}, "Kees Clerk"));
      const presence = await citizenPage.seesPresence(nick, statusIs("Speaks"));
      const count = (wanted: string) => presence.children.filter((child) => child.name === wanted).length;
      const parts = ["nick", "identity", "initiator", "status", "display-name", "stats-id"];
      expect(parts.map(count)).to.deep.equal([1, 1, 1, 1, 0, 0]);
      expect(find(presence, "nick")?.text).to.equal("Tarık Tolk");
      expect(find(presence, "identity", "user", "id")?.text).to.equal(call);
      await leg?.hangUp();
      await citizenPage.seesPresence(nick, isUnavailable);
      expect(JSON.stringify(citizenPage.stanzas.entries)).not.to.include("3291112220");
    } finally {
      await phone.stop();
    }
  });
});

describe("a telephone that another module holds at the door", function () {
  this.timeout(15_000);
  it("comes in when it is let go", async () => {
    const modules = `modules_enabled = { "muc_counter_token", "counter_control", "test_lock" }`;
    const phone = await PhoneCounter.start({ settings: `Component "${mucDomain}" "muc"\n  ${modules}` });
    try {
      await phone.startGateway();
      const { room } = await phone.counter.openCall();
      const call = randomUUID();
      expect((await phone.dial(room, atOnce, call)).status).to.equal(200);
      await phone.counter.backend.hasTold(room, `changed ${call} Connected`);
      expect(phone.counter.backend.storyOf(room)).not.to.include("phone_refused");
    } finally {
      await phone.stop();
    }
  });
});
