import { randomUUID } from "node:crypto";
import { expect } from "chai";
import { atOnce, PhoneCounter, type PhoneGateway } from "./support/phone.js";
import { find } from "./support/xml.js";
import { isUnavailable } from "./support/xmpp-client.js";

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
