import { randomUUID } from "node:crypto";
import { expect } from "chai";
import { startGateway } from "../../appliance/lab/stand-ins/gateway.ts";
import { Counter, newRoom } from "./support/counter.js";
import { gatewayPassword, interpreter, PhoneCounter, type PhoneGateway, roomAddress } from "./support/phone.js";
import { refusalOf } from "./support/refusal.js";
import { citizen, clerk, signToken, validClaims } from "./support/tokens.js";
import { find } from "./support/xml.js";
import { isUnavailable } from "./support/xmpp-client.js";

const atOnce = "+3291112220";
const brewery = "jigasibrewery@internal-muc.meet.localhost";
const rayo = "urn:xmpp:rayo:1";
const forbidden = { type: "auth", condition: "forbidden" };
const muc = "<x xmlns='http://jabber.org/protocol/muc'/>";

const dialIn = (room: string, to = atOnce) =>
  `<dial xmlns='${rayo}' from='fromnumber' to='${to}'><header name='JvbRoomName' value='${roomAddress(room)}'/></dial>`;

describe("only the backend dials", function () {
  this.timeout(15_000);
  let phone: PhoneCounter;
  let gateway: PhoneGateway;

  before(async () => {
    phone = await PhoneCounter.start();
    gateway = await phone.startGateway();
  });
  after(() => phone.stop());

  const dialledTo = (number: string) =>
    gateway.happenings.entries.filter((each) => each.is === "dialled" && each.number === number);
  const gatewayAddress = async () => {
    const page = await phone.counter.connectAs(citizen, newRoom());
    page.send(`<presence xmlns='jabber:client' to='${brewery}/onlooker'>${muc}</presence>`);
    const isGateway = (stanza: { name: string; attributes: Record<string, string> }) =>
      stanza.name === "presence" && stanza.attributes.from?.startsWith(brewery) === true;
    const presence = await page.stanzas.first("the gateway", (stanza) => isGateway(stanza) && hasStats(stanza));
    await page.vanish();
    return { real: find(presence, "x", "item")?.attributes.jid ?? "", occupant: presence.attributes.from ?? "" };
  };
  const hasStats = (stanza: Parameters<typeof find>[0]) => find(stanza, "stats") !== undefined;

  for (const user of [
    citizen,
    clerk,
    { id: "helper-1", name: "Hilde Helper", role: "helper", moderator: false },
    { id: "colleague-1", name: "Co Clerk", role: "colleague", moderator: true },
  ]) {
    it(`and a ${user.role} who tries is refused and recorded, wherever they turn`, async () => {
      const room = newRoom();
      const claims = { ...validClaims(room, user), context: { user, features: { "outbound-call": true } } };
      const page = await phone.counter.connect(signToken(claims));
      await page.join(room, "ownnick");
      const number = `+32911199${user.id.length}0`;
      const { real, occupant } = await gatewayAddress();
      const focus = `${roomAddress(room)}/focus`;
      const everywhere = [focus, real, occupant, brewery, roomAddress(room), "meet.localhost", ""];
      for (const to of everywhere) {
        expect(await refusalOf(page.iq("set", to, dialIn(room, number))), to).to.include(forbidden);
      }
      await phone.counter.backend.hasTold(room, `dial_refused ${user.id}`);
      const told = phone.counter.backend.accepted.entries.filter(
        ({ event, room: name }) => event === "dial_refused" && name === room,
      );
      expect(told[0]).to.have.all.keys("boot", "seq", "at", "at_ms", "event", "room", "user");
      expect(told.length).to.be.within(1, 6);
      expect(dialledTo(number)).to.deep.equal([]);
      expect(JSON.stringify(phone.counter.backend.attempts.entries)).not.to.include(number);
    });
  }

  it("and whoever has no token, or a forged one, does not get as far", async () => {
    const room = newRoom();
    const forged = signToken(validClaims(room, clerk), { secret: "somebody else's" });
    for (const token of [undefined, forged]) {
      expect(await refusalOf(phone.counter.connect(token))).to.include({ condition: "not-allowed" });
    }
  });

  it("and nobody presses the keys of a call either", async () => {
    const { room, clerkPage } = await phone.counter.openCall();
    const { body } = await phone.dial(room, atOnce);
    const leg = `${roomAddress(room)}/${body.nick}`;
    const hangUp = clerkPage.iq("set", leg, `<hangup xmlns='${rayo}'/>`);
    expect(await refusalOf(hangUp)).to.include(forbidden);
    await phone.counter.hasToldAll();
    expect(phone.counter.backend.storyOf(room)).not.to.include("dial_refused clerk-1");
  });

  it("and two thousand tries are told of six times", async () => {
    const { room, citizenPage } = await phone.counter.openCall();
    const before = citizenPage.stanzas.entries.length;
    for (let index = 0; index < 2_000; index++)
      citizenPage.send(`<iq xmlns='jabber:client' type='set' id='${index}' to='${brewery}'>${dialIn(room)}</iq>`);
    await citizenPage.stanzas.until("all refusals", ({ length }) => length >= before + 2_000, 12_000);
    citizenPage.presence(room, "citizennick", "", "unavailable");
    await phone.counter.backend.hasTold(room, "left citizen-1 left");
    const told = phone.counter.backend.storyOf(room).filter((line) => line.startsWith("dial_refused"));
    expect(told).to.have.length(6);
  });

  it("and a page that plays the gateway is not told whom we dial", async () => {
    const { room, citizenPage } = await phone.counter.openCall();
    const stats = "<stat name='supports_sip' value='true'/><stat name='stress_level' value='0'/>";
    const best = `<stats xmlns='http://jitsi.org/protocol/colibri'>${stats}</stats>`;
    await gateway.say({ stress_level: 0.9 });
    citizenPage.send(`<presence xmlns='jabber:client' to='${brewery}/better'>${muc}${best}</presence>`);
    await citizenPage.seesPresence("better", hasStats);
    expect((await phone.dial(room, atOnce)).status).to.equal(200);
    expect(JSON.stringify(citizenPage.stanzas.entries)).not.to.include("dial");
  });

  it("and a page that plays a telephone is shown as what it is", async () => {
    const { room, clerkPage, citizenPage } = await phone.counter.openCall();
    const initiator = `<initiator xmlns='http://jitsi.org/protocol/jigasi'><header name='CounterCall' value='x'/></initiator>`;
    citizenPage.presence(room, "citizennick", `${initiator}<status>Connected</status><audiomuted>true</audiomuted>`);
    const presence = await clerkPage.seesPresence("citizennick", (each) => find(each, "audiomuted") !== undefined);
    expect(find(presence, "initiator")).to.equal(undefined);
    await phone.counter.hasToldAll();
    expect(phone.counter.backend.storyOf(room)).to.deep.equal(["created", "joined clerk-1", "joined citizen-1"]);
  });
});

describe("a telephone that nobody announced", function () {
  this.timeout(15_000);
  let phone: PhoneCounter;
  let gateway: PhoneGateway;

  before(async () => {
    phone = await PhoneCounter.start();
    gateway = await phone.startGateway();
  });
  after(() => phone.stop());

  const story = (room: string) => phone.counter.backend.storyOf(room).slice(3);
  const turnedAway = async (call: Promise<unknown>) => {
    const outcome = await call.then(
      () => "let in",
      (fault: Error) => fault.message,
    );
    expect(outcome).to.include("forbidden");
  };

  it("stays outside, and the backend is told", async () => {
    const { room } = await phone.counter.openCall();
    await turnedAway(gateway.callIn(roomAddress(room), "+3290000001"));
    await phone.counter.backend.hasTold(room, "phone_refused");
    expect(story(room)).to.deep.equal(["phone_refused"]);
    expect(JSON.stringify(phone.counter.backend.attempts.entries)).not.to.include("3290000001");
  });

  it("opens no room", async () => {
    const room = newRoom();
    await turnedAway(gateway.callIn(roomAddress(room), "+3290000002"));
    const { rooms } = (await phone.counter.prosody.rooms()).body;
    expect(rooms.map((each: { room: string }) => each.room)).not.to.include(room);
    const isRefusal = ({ event, room: name }: { event: string; room?: string }) =>
      event === "phone_refused" && name === undefined;
    await phone.counter.backend.accepted.first("the refusal", isRefusal);
    expect(JSON.stringify(phone.counter.backend.attempts.entries)).not.to.include(room);
  });

  it("opens no room with a call of ours either, once everybody has left", async () => {
    const late = await phone.startGateway({ stress_level: 0 }, 500);
    await gateway.say({ stress_level: 0.9 });
    const { room, clerkPage, citizenPage } = await phone.counter.openCall();
    const number = "+3291110025";
    const refusals = () => phone.counter.backend.accepted.entries.filter(({ event }) => event === "phone_refused");
    const before = refusals().length;
    const dialling = phone.dial(room, number);
    await late.hasSeen("dialled", number);
    citizenPage.presence(room, "citizennick", "", "unavailable");
    clerkPage.presence(room, "clerknick", "", "unavailable");
    await phone.counter.backend.hasTold(room, "destroyed");
    await late.hasSeen("turned_away", number);
    expect((await dialling).status).to.equal(502);
    expect(phone.counter.backend.storyOf(room).at(-1)).to.equal("destroyed");
    const { room: other } = await phone.counter.openCall();
    await phone.counter.backend.hasTold(other, "joined citizen-1");
    expect(refusals().length).to.equal(before);
    await late.say({ graceful_shutdown: true });
  });

  it("stays outside when it does not say that it is one", async () => {
    const { room } = await phone.counter.openCall();
    await turnedAway(gateway.callIn(roomAddress(room), "+3290000006", "silent"));
    await phone.counter.backend.hasTold(room, "phone_refused");
    expect(story(room)).to.deep.equal(["phone_refused"]);
  });

  /** A call of ours that the gateway has not answered yet, until it is hung up. */
  const dialSilent = async (room: string) => {
    const call = randomUUID();
    const dialling = phone.dial(room, silent, call);
    await gateway.happenings.until("the dial", (all) => all.filter(({ number }) => number === silent).length > dials);
    dials += 1;
    return { call, stop: () => Promise.all([phone.hangUp(room, call), dialling]) };
  };
  const silent = "+3291112224";
  let dials = 0;

  it("stays outside when it names a call that there is not, or one of another room", async () => {
    const [first, second] = [await phone.counter.openCall(), await phone.counter.openCall()];
    const { call, stop } = await dialSilent(first.room);
    for (const name of [call, randomUUID()]) {
      await turnedAway(gateway.callIn(roomAddress(second.room), "+3290000003", { CounterCall: name }));
    }
    await phone.counter.backend.hasTold(second.room, "phone_refused");
    await stop();
  });

  it("stays outside when it calls in under the name of a call of ours", async () => {
    const { room } = await phone.counter.openCall();
    const { call, stop } = await dialSilent(room);
    const headers = { CounterCall: call, JigasiCallDirection: "in" };
    await turnedAway(gateway.callIn(roomAddress(room), "+3290000004", headers));
    await stop();
  });

  it("stays outside when its call was hung up before it came", async () => {
    const { room } = await phone.counter.openCall();
    const { call, stop } = await dialSilent(room);
    const [hungUp, dialled] = await stop();
    expect([hungUp.body, dialled.body]).to.deep.equal([{ ended: false }, { error: "refused", condition: "hung_up" }]);
    await turnedAway(gateway.callIn(roomAddress(room), "+3290000007", { CounterCall: call }));
    await phone.counter.hasToldAll();
    expect(story(room)).to.deep.equal([]);
  });

  it("stays outside beside the leg of its call", async () => {
    const { room } = await phone.counter.openCall();
    const call = randomUUID();
    await phone.dial(room, atOnce, call);
    await turnedAway(gateway.callIn(roomAddress(room), "+3290000005", { CounterCall: call }));
    await phone.counter.hasToldAll();
    expect(story(room).filter((line) => line.startsWith("joined"))).to.have.length(1);
  });

  it("is told of twenty times at once, and then every three seconds", async () => {
    const { room, clerkPage } = await phone.counter.openCall();
    const begunAt = Date.now();
    const calls = Array.from({ length: 60 }, (_, index) => gateway.callIn(roomAddress(room), `+32900001${index}`));
    await Promise.allSettled(calls);
    clerkPage.presence(room, "clerknick", "", "unavailable");
    await phone.counter.backend.hasTold(room, "left clerk-1 left");
    const told = story(room).filter((line) => line === "phone_refused").length;
    expect(told).to.be.within(1, 21 + (Date.now() - begunAt) / 3_000);
  });
});

describe("a dial of the backend", function () {
  this.timeout(15_000);
  let phone: PhoneCounter;

  beforeEach(async () => {
    phone = await PhoneCounter.start({
      env: { COUNTER_CONTROL_DIAL_TIMEOUT: "1", COUNTER_CONTROL_REFUSE_SECONDS: "900" },
    });
  });
  afterEach(() => phone.stop());

  it("is refused while no gateway is there, and goes through once one is", async () => {
    const { room } = await phone.counter.openCall();
    const call = randomUUID();
    const answer = await phone.dial(room, atOnce, call);
    expect([answer.status, answer.body]).to.deep.equal([503, { error: "no_gateway" }]);
    await phone.startGateway();
    expect((await phone.dial(room, atOnce, call)).status).to.equal(200);
  });

  it("goes to the gateway with least to do, and to none that shuts down", async () => {
    const { room } = await phone.counter.openCall();
    const [busy, idle, leaving] = [
      await phone.startGateway({ stress_level: 0.4 }),
      await phone.startGateway({ stress_level: 0.1 }),
      await phone.startGateway({ stress_level: 0, graceful_shutdown: true }),
    ];
    await phone.dial(room, "+3291110020");
    await idle.hasSeen("joined", "+3291110020");
    await idle.say({ stress_level: 0.8 });
    await phone.dial(room, "+3291110030");
    await busy.hasSeen("joined", "+3291110030");
    for (const gateway of [busy, idle]) await gateway.say({ graceful_shutdown: true });
    expect((await phone.dial(room, "+3291110040")).body).to.deep.equal({ error: "no_gateway" });
    expect(leaving.happenings.entries).to.deep.equal([]);
  });

  it("does not go to what cannot phone", async () => {
    const { room } = await phone.counter.openCall();
    await phone.startGateway({ supports_sip: false });
    expect((await phone.dial(room, atOnce)).status).to.equal(503);
  });

  it("needs the secret", async () => {
    await phone.startGateway();
    const { room } = await phone.counter.openCall();
    const call = randomUUID();
    const body = JSON.stringify({ room, call, to: atOnce, user: interpreter(call) });
    for (const secret of [null, "", "wrong"]) {
      for (const command of ["dial", "hangup"]) {
        const answer = await phone.counter.prosody.request(command, { method: "POST", body }, secret);
        expect(answer.status, `${command} ${secret}`).to.equal(401);
      }
    }
    await phone.counter.hasToldAll();
    expect(phone.counter.backend.storyOf(room)).to.have.length(3);
  });

  it("says what is wrong with it", async () => {
    const gateway = await phone.startGateway();
    const { room } = await phone.counter.openCall();
    const sound = { room, call: randomUUID(), to: atOnce, user: interpreter("call") };
    const faults: [object | string, string][] = [
      ["{", "malformed_json"],
      ["7", "malformed_json"],
      [{ ...sound, room: undefined }, "room_missing"],
      [{ ...sound, call: undefined }, "call_missing"],
      [{ ...sound, call: 7 }, "call_missing"],
      [{ ...sound, call: "x".repeat(101) }, "call_missing"],
      ...[
        "",
        "0911122",
        "+0911122233",
        "+32 911122",
        "+3291112220;ext=1",
        "+32911122201234567",
        "tel:+3291112220",
        "+32911122a",
      ].map((to): [object, string] => [{ ...sound, to }, "number_malformed"]),
      ...["sip:", "sip:a@", "sip:a@b;x=y", "sip:a@b?X-Y=z", "sip:a b@c", "a@b", 7, null, { number: atOnce }].map(
        (to): [object, string] => [{ ...sound, to }, "number_malformed"],
      ),
      [{ ...sound, user: undefined }, "user_missing"],
      [{ ...sound, user: "Tolk" }, "user_missing"],
      [{ ...sound, user: { id: "x", role: "interpreter" } }, "user_missing"],
      [{ ...sound, user: { id: "x", name: "Tolk" } }, "user_missing"],
      [{ ...sound, user: { name: "Tolk", role: "interpreter" } }, "user_missing"],
      [{ ...sound, headers: { "X-Balie": 7 } }, "headers_malformed"],
      [{ ...sound, user: { ...interpreter("x"), name: "Tolk\u0000" } }, "user_missing"],
      [{ ...sound, headers: { "X Balie": "a" } }, "headers_malformed"],
      [{ ...sound, headers: { JvbRoomName: "other@muc.meet.localhost" } }, "headers_malformed"],
      [{ ...sound, headers: { countercall: "other" } }, "headers_malformed"],
      [{ ...sound, headers: { "X-Balie": "a\r\nTo: b" } }, "headers_malformed"],
    ];
    for (const [body, error] of faults) {
      const sent = typeof body === "string" ? body : JSON.stringify(body);
      const answer = await phone.counter.prosody.request("dial", { method: "POST", body: sent });
      expect([answer.status, answer.body], sent).to.deep.equal([400, { error }]);
    }
    const withoutCall = await phone.counter.prosody.command("hangup", { room });
    expect([withoutCall.status, withoutCall.body]).to.deep.equal([400, { error: "call_missing" }]);
    expect(gateway.happenings.entries).to.deep.equal([]);
  });

  it("may give headers of its own", async () => {
    const gateway = await phone.startGateway();
    const { room } = await phone.counter.openCall();
    const call = randomUUID();
    const dial = { room, call, to: atOnce, user: interpreter(call), headers: { "X-Balie": "1" } };
    expect((await phone.counter.prosody.command("dial", dial)).status).to.equal(200);
    expect(gateway.happenings.entries[0]?.headers).to.deep.equal({ CounterCall: call, "X-Balie": "1" });
  });
});

describe("a telephone in a room", function () {
  this.timeout(20_000);
  let phone: PhoneCounter;
  let gateway: PhoneGateway;

  beforeEach(async () => {
    phone = await PhoneCounter.start();
    gateway = await phone.startGateway();
  });
  afterEach(() => phone.stop());

  const openWithLeg = async () => {
    const meeting = await phone.counter.openCall();
    const call = randomUUID();
    const { body } = await phone.dial(meeting.room, atOnce, call);
    await phone.counter.backend.hasTold(meeting.room, `changed ${call} Connected`);
    const leg = [...gateway.legs].find(({ occupant }) => occupant.endsWith(body.nick));
    if (!leg) throw new Error("no leg");
    return { ...meeting, call, leg, nick: String(body.nick) };
  };

  it("that says three hundred things is told of ten times a second, its last word among them", async () => {
    const { room, call, leg, nick, clerkPage } = await openWithLeg();
    const begunAt = Date.now();
    for (let index = 1; index <= 300; index++) await leg.tell(`Says ${index}`);
    await clerkPage.seesPresence(nick, (stanza) => find(stanza, "status")?.text === "Says 300");
    await phone.counter.backend.hasTold(room, `changed ${call} Says 300`);
    const told = phone.counter.backend.storyOf(room).filter((line) => line.startsWith("changed"));
    expect(told.length).to.be.at.most((Date.now() - begunAt) / 100 + 3);
  });

  it("says no more than two hundred letters, all of them whole", async () => {
    const { room, leg } = await openWithLeg();
    await leg.tell("é".repeat(5_000));
    const isLong = ({ occupant }: { occupant?: { phone?: { status?: string } } }) =>
      occupant?.phone?.status?.startsWith("éé") === true;
    const told = await phone.counter.backend.accepted.first("the long word", isLong);
    expect(told.room).to.equal(room);
    expect(told.occupant?.phone?.status).to.match(/^é{99,100}$/);
  });

  it("is told of later when the backend was away, with nothing lost and in order", async () => {
    const { backend } = phone.counter;
    const meeting = await phone.counter.openCall();
    await backend.hasTold(meeting.room, "joined citizen-1");
    await backend.close();
    const call = randomUUID();
    const { body } = await phone.dial(meeting.room, atOnce, call);
    await meeting.clerkPage.seesPresence(body.nick, (stanza) => find(stanza, "status")?.text === "Connected");
    await phone.hangUp(meeting.room, call);
    await meeting.clerkPage.seesPresence(body.nick, isUnavailable);
    await phone.counter.prosody.log.first("a failed delivery", (line) => line.includes("not delivered"));
    await backend.open();
    await backend.hasTold(meeting.room, `left ${call} removed`);
    expect(backend.storyOf(meeting.room).slice(3)).to.deep.equal([
      `joined ${call} Initializing Call`,
      `changed ${call} Connected`,
      `left ${call} removed`,
    ]);
    const numbers = backend.accepted.entries.map(({ seq }) => seq);
    expect(numbers).to.deep.equal(numbers.map((_, index) => index + 1));
  });

  it("is known again after the module was reloaded, and can be hung up", async () => {
    const { room, call, nick } = await openWithLeg();
    const hand = { module: "counter_control" };
    await phone.counter.prosody.hand("reload", hand);
    const { body } = await phone.counter.prosody.rooms();
    const { occupants } = body.rooms.find((each: { room: string }) => each.room === room);
    expect(occupants.map(({ user }: { user: string }) => user)).to.include(call);
    expect((await phone.dial(room, atOnce, call)).body).to.deep.equal({ nick });
    expect((await phone.hangUp(room, call)).body).to.deep.equal({ ended: true });
    await phone.counter.backend.hasTold(room, `left ${call} removed`);
  });

  it("is put out by a removal and by the end like anybody", async () => {
    const [removed, ended] = [await openWithLeg(), await openWithLeg()];
    expect(
      (await phone.counter.prosody.command("remove", { room: removed.room, user: removed.call })).body,
    ).to.deep.equal({ removed: 1 });
    await phone.counter.prosody.command("end", { room: ended.room });
    await phone.counter.backend.hasTold(removed.room, `left ${removed.call} removed`);
    await phone.counter.backend.hasTold(ended.room, `left ${ended.call} ended`);
    await Promise.all([removed.leg.end, ended.leg.end]);
  });

  it("stays out while Prosody has not heard from the backend", async () => {
    const { backend, prosody } = phone.counter;
    const { room } = await phone.counter.openCall();
    await backend.hasTold(room, "joined citizen-1");
    backend.answer = () => ({ status: 503 });
    await prosody.hand("reload", { module: "counter_control" });
    expect((await phone.dial(room, atOnce)).body).to.include({ error: "refused" });
    expect(backend.storyOf(room)).to.have.length(3);
  });

  it("stays out of a room that the backend refuses it", async () => {
    const { room } = await phone.counter.openCall();
    const call = randomUUID();
    await phone.counter.prosody.command("remove", { room, user: call });
    expect((await phone.dial(room, atOnce, call)).body).to.include({ error: "refused" });
    await phone.counter.hasToldAll();
    expect(phone.counter.backend.storyOf(room)).to.have.length(3);
  });
});

describe("a Prosody without a telephone", function () {
  this.timeout(15_000);
  it("knows no gateway's account", async () => {
    const counter = await Counter.start();
    try {
      expect(counter.prosody.log.entries.join("\n")).not.to.include("auth.meet.localhost");
      const { room } = await counter.openCall();
      const call = randomUUID();
      const { body } = await counter.prosody.command("dial", { room, call, to: atOnce, user: interpreter(call) });
      expect(body).to.deep.equal({ error: "no_gateway" });
    } finally {
      await counter.stop();
    }
  });

  it("lets no gateway in by another password or name", async () => {
    const phone = await PhoneCounter.start();
    try {
      const { port } = phone.counter.prosody;
      for (const account of [{ password: `${gatewayPassword}3` }, { password: "" }, { username: "focus" }]) {
        const outcome = await startGateway({ port, password: gatewayPassword, ...account }).catch(String);
        expect(String(outcome)).to.include("SASLError");
      }
    } finally {
      await phone.stop();
    }
  });

  it("does not start with a gateway's short password", async () => {
    const counter = await Counter.start({ env: { PHONE_GATEWAY_PASSWORD: "short" } }).catch((fault: Error) => fault);
    if (counter instanceof Counter) await counter.stop();
    expect(String(counter)).to.include("PHONE_GATEWAY_PASSWORD must have 16 characters or more");
  });
});
