import { randomUUID } from "node:crypto";
import { expect } from "chai";
import { newRoom } from "./support/counter.js";
import { atOnce, PhoneCounter, type PhoneGateway, roomAddress } from "./support/phone.js";

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
