import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { expect } from "chai";
import { newRoom } from "./support/counter.js";
import { interpreter, PhoneCounter, type PhoneGateway, roomAddress } from "./support/phone.js";
import { find } from "./support/xml.js";
import { isUnavailable } from "./support/xmpp-client.js";

/** The caller's own number, by which a gateway calls the leg; its last digit makes it connected at once. */
const caller = "+32470123450";

describe("somebody dials in", function () {
  this.timeout(15_000);
  let phone: PhoneCounter;
  let gateway: PhoneGateway;

  before(async () => {
    phone = await PhoneCounter.start();
    gateway = await phone.startGateway();
  });
  after(() => phone.stop());

  const callIn = (room: string, number = caller) => gateway.callIn(roomAddress(room), number);
  const turnedAway = async (call: Promise<unknown>) => {
    const outcome = await call.then(
      () => "let in",
      (fault: Error) => fault.message,
    );
    expect(outcome).to.include("forbidden");
  };
  const story = (room: string) => phone.counter.backend.storyOf(room).slice(3);
  const hasTold = (room: string, ...lines: string[]) => phone.counter.backend.hasTold(room, ...lines);
  const expected = async () => {
    const meeting = await phone.counter.openCall();
    const call = randomUUID();
    const { status, body } = await phone.expect(meeting.room, call);
    expect([status, body]).to.deep.equal([200, {}]);
    return { ...meeting, call };
  };

  it("who is expected, and is told of as of anybody, by the backend's name for them", async () => {
    const { room, call, clerkPage } = await expected();
    const leg = await callIn(room);
    const nick = leg.occupant.split("/")[1]!;
    await hasTold(room, `changed ${call} Connected`);
    const presence = await clerkPage.seesPresence(nick, (stanza) => find(stanza, "status")?.text === "Connected");
    expect(find(presence, "nick")?.text).to.equal("Tarık Tolk");
    expect(find(presence, "identity", "user", "id")?.text).to.equal(call);
    expect(find(presence, "initiator", "header")?.attributes).to.include({ name: "JigasiCallDirection", value: "in" });
    await leg.hangUp();
    await hasTold(room, `left ${call} left`);
    const joined = phone.counter.backend.accepted.entries.find(({ occupant }) => occupant?.user === call);
    expect(joined?.occupant?.phone).to.deep.equal({ call, direction: "in", status: "Initializing Call" });
  });

  it("and nobody learns the caller's number", async () => {
    const { room, call, clerkPage, citizenPage } = await expected();
    const leg = await callIn(room);
    await leg.tell(`Call from ${caller} ended`);
    await hasTold(room, `changed ${call} Call from … ended`);
    await leg.hangUp();
    await clerkPage.seesPresence(leg.occupant.split("/")[1]!, isUnavailable);
    const everything = JSON.stringify([
      clerkPage.stanzas.entries,
      citizenPage.stanzas.entries,
      phone.counter.backend.attempts.entries,
      phone.counter.prosody.log.entries,
    ]);
    expect(everything).not.to.include("470123450");
  });

  it("and the next one stays outside: one telephone for one expectation", async () => {
    const { room, call } = await expected();
    await callIn(room);
    await turnedAway(callIn(room, "+32470123451"));
    await hasTold(room, `joined ${call} Initializing Call`, "phone_refused");
  });

  it("and does not come back by the same expectation", async () => {
    const { room, call } = await expected();
    await (await callIn(room)).hangUp();
    await hasTold(room, `left ${call} left`);
    await turnedAway(callIn(room));
    const again = await phone.expect(room, call);
    expect([again.status, again.body]).to.deep.equal([502, { error: "refused", condition: "ended" }]);
    await turnedAway(callIn(room));
  });

  it("two after each other, each as who was expected first", async () => {
    const { room, call } = await expected();
    const second = randomUUID();
    await phone.expect(room, second);
    await callIn(room);
    await hasTold(room, `joined ${call} Initializing Call`);
    await callIn(room, "+32470123460");
    await hasTold(room, `joined ${second} Initializing Call`);
  });

  it("unasked, and stays outside: before, in another room, and without saying that it calls in", async () => {
    const { room, call } = await expected();
    const other = await phone.counter.openCall();
    await turnedAway(callIn(other.room));
    const out = { JigasiCallDirection: "out", CounterCall: call };
    await turnedAway(gateway.callIn(roomAddress(room), caller, out));
    await turnedAway(gateway.callIn(roomAddress(room), caller, "silent"));
    await phone.counter.hasToldAll();
    expect(story(room).filter((line) => line.startsWith("joined"))).to.deep.equal([]);
    await callIn(room);
    await hasTold(room, `joined ${call} Initializing Call`);
  });

  it("too late, and stays outside", async () => {
    const { room } = await phone.counter.openCall();
    const call = randomUUID();
    expect((await phone.expect(room, call, 1)).status).to.equal(200);
    await pause(1_100); // Prosody's own clock decides; nothing is to be seen of it.
    await turnedAway(callIn(room));
    const again = await phone.expect(room, call, 60);
    expect([again.status, again.body]).to.deep.equal([502, { error: "refused", condition: "not_come" }]);
    await turnedAway(callIn(room));
  });

  it("once more with the same expectation, and is one telephone", async () => {
    const { room, call } = await expected();
    expect((await phone.expect(room, call)).status).to.equal(200);
    await callIn(room);
    expect((await phone.expect(room, call)).status).to.equal(200);
    await turnedAway(callIn(room));
  });

  it("whom the backend has taken back, and stays outside; the next one comes in", async () => {
    const [hungUp, removed] = [await expected(), await expected()];
    expect((await phone.hangUp(hungUp.room, hungUp.call)).body).to.deep.equal({ ended: false });
    await phone.counter.prosody.command("remove", { room: removed.room, user: removed.call });
    for (const { room } of [hungUp, removed]) await turnedAway(callIn(room));
    const next = randomUUID();
    await phone.expect(hungUp.room, next);
    await callIn(hungUp.room);
    await hasTold(hungUp.room, `joined ${next} Initializing Call`);
  });

  it("and is put out by hanging up, by a removal and by the end", async () => {
    const [hungUp, removed, ended] = [await expected(), await expected(), await expected()];
    for (const { room, call } of [hungUp, removed, ended]) {
      await callIn(room);
      await hasTold(room, `changed ${call} Connected`);
    }
    expect((await phone.hangUp(hungUp.room, hungUp.call)).body).to.deep.equal({ ended: true });
    const { body } = await phone.counter.prosody.command("remove", { room: removed.room, user: removed.call });
    expect(body).to.deep.equal({ removed: 1 });
    await phone.counter.prosody.command("end", { room: ended.room });
    await hasTold(hungUp.room, `left ${hungUp.call} removed`);
    await hasTold(removed.room, `left ${removed.call} removed`);
    await hasTold(ended.room, `left ${ended.call} ended`);
  });

  it("and opens no room, neither expected in one that is not there nor in one that all have left", async () => {
    const room = newRoom();
    const { status, body } = await phone.expect(room);
    expect([status, body]).to.deep.equal([409, { error: "room_unknown" }]);
    await turnedAway(callIn(room));
    const left = await expected();
    left.citizenPage.presence(left.room, "citizennick", "", "unavailable");
    left.clerkPage.presence(left.room, "clerknick", "", "unavailable");
    await hasTold(left.room, "destroyed");
    await turnedAway(callIn(left.room));
    expect(phone.counter.backend.storyOf(left.room)).not.to.include(`joined ${left.call} Initializing Call`);
  });

  it("whom a wrong word or secret cannot announce", async () => {
    const { room } = await phone.counter.openCall();
    const sound = { room, call: randomUUID(), user: interpreter("call"), seconds: 30 };
    const faults: [object, string][] = [
      [{ ...sound, room: undefined }, "room_missing"],
      [{ ...sound, call: undefined }, "call_missing"],
      [{ ...sound, user: { id: "x", name: "Tolk" } }, "user_missing"],
      ...[undefined, "30", 0, -1, 301].map((seconds): [object, string] => [{ ...sound, seconds }, "seconds_malformed"]),
    ];
    for (const [body, error] of faults) {
      const answer = await phone.counter.prosody.command("expect", body);
      expect([answer.status, answer.body], JSON.stringify(body)).to.deep.equal([400, { error }]);
    }
    const posted = { method: "POST", body: JSON.stringify(sound) };
    for (const secret of [null, "", "wrong"])
      expect((await phone.counter.prosody.request("expect", posted, secret)).status).to.equal(401);
    await turnedAway(callIn(room));
  });

  it("and is known again after the module was reloaded", async () => {
    const { room, call } = await expected();
    await callIn(room);
    await hasTold(room, `changed ${call} Connected`);
    await phone.counter.prosody.hand("reload", { module: "counter_control" });
    const { body } = await phone.counter.prosody.rooms();
    const { occupants } = body.rooms.find((each: { room: string }) => each.room === room);
    const leg = occupants.find(({ user }: { user: string }) => user === call);
    expect(leg.phone).to.deep.equal({ call, direction: "in", status: "Connected" });
    expect((await phone.hangUp(room, call)).body).to.deep.equal({ ended: true });
  });
});
