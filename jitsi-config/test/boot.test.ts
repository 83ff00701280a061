import { expect } from "chai";
import { type Answer, Backend, nobodyRefused } from "./support/backend.js";
import { Counter, newRoom } from "./support/counter.js";
import { Prosody } from "./support/prosody.js";
import { refusalOf } from "./support/refusal.js";
import { citizen, clerk } from "./support/tokens.js";
import { isUnavailable } from "./support/xmpp-client.js";

describe("a Prosody that starts", function () {
  this.timeout(15_000);
  let counter: Counter;
  let backend: Backend;

  beforeEach(async () => {
    backend = await Backend.start();
  });
  afterEach(() => counter.stop());

  const startClosed = async (answer: () => Answer) => {
    backend.answer = answer;
    counter = await Counter.startClosed({}, backend);
  };

  it("lets nobody in before the backend has spoken, and everybody after", async () => {
    let answer: Answer = { status: 503 };
    await startClosed(() => answer);
    const room = newRoom();
    const page = await counter.connectAs(clerk, room);
    const refusal = await refusalOf(page.join(room, "clerknick"));
    expect(refusal).to.include({ type: "wait", condition: "service-unavailable" });
    answer = { status: 200, body: nobodyRefused };
    await counter.prosody.isOpen();
    await page.join(room, "clerknick");
    await backend.hasTold(room, "joined clerk-1");
    expect(backend.accepted.entries[0]).to.include({ event: "boot", seq: 1 });
  });

  for (const answer of [
    { status: 404 },
    { status: 204 },
    { status: 200 },
    { status: 201, body: nobodyRefused },
    { status: 200, body: { refused: [] } },
    { status: 200, body: { refused: "nobody", ended: [] } },
    { status: 200, body: { refused: [{ room: "room" }], ended: [] } },
    { status: 200, body: { refused: [], ended: [7] } },
  ]) {
    it(`asks again when it is answered ${JSON.stringify(answer)}`, async () => {
      let isUnderstood = false;
      await startClosed(() => (isUnderstood ? { status: 200, body: nobodyRefused } : answer));
      await backend.attempts.until("a second boot", (attempts) => attempts.length >= 2);
      expect(counter.prosody.log.entries.join("\n")).not.to.include("rooms are open");
      isUnderstood = true;
      await counter.prosody.isOpen();
    });
  }

  it("finds a backend that starts later than itself", async () => {
    await backend.close();
    counter = await Counter.startClosed({}, backend);
    await counter.prosody.log.first("a closed Prosody", (line) => line.includes("rooms stay closed"));
    await backend.open();
    await counter.prosody.isOpen();
  });

  it("refuses whom the backend remembers as removed, and rooms it remembers as ended", async () => {
    const [room, ended] = [newRoom(), newRoom()];
    await startClosed(() => ({
      status: 200,
      body: { refused: [{ room, user: "citizen-1" }], ended: [ended] },
    }));
    await counter.prosody.isOpen();
    const removed = await counter.connectAs(citizen, room);
    expect(await refusalOf(removed.join(room, "citizennick"))).to.include({ type: "auth", condition: "forbidden" });
    const late = await counter.connectAs(clerk, ended);
    expect(await refusalOf(late.join(ended, "clerknick"))).to.include({ type: "auth", condition: "forbidden" });
    const clerkPage = await counter.connectAs(clerk, room);
    await clerkPage.join(room, "clerknick");
  });

  it("keeps the removed out over a restart", async () => {
    backend.answer = () => ({ status: 200, body: nobodyRefused });
    counter = await Counter.startClosed({}, backend);
    await counter.prosody.isOpen();
    const { room } = await counter.openCall();
    await counter.prosody.command("remove", { room, user: "citizen-1" });
    await backend.hasTold(room, "left citizen-1 removed");
    backend.answer = () => ({ status: 200, body: { refused: [{ room, user: "citizen-1" }], ended: [] } });
    await counter.restartProsody();
    await counter.prosody.isOpen();
    const boots = backend.accepted.entries.filter(({ event }) => event === "boot");
    expect(new Set(boots.map(({ boot }) => boot)).size).to.equal(2);
    expect((await counter.prosody.rooms()).body.rooms).to.deep.equal([]);
    const page = await counter.connectAs(citizen, room);
    expect(await refusalOf(page.join(room, "citizennick"))).to.include({ type: "auth", condition: "forbidden" });
  });

  it("obeys the backend while it is still closed", async () => {
    let answer: Answer = { status: 503 };
    await startClosed(() => answer);
    const room = newRoom();
    await counter.prosody.command("end", { room });
    answer = { status: 200, body: nobodyRefused };
    await counter.prosody.isOpen();
    const page = await counter.connectAs(clerk, room);
    expect(await refusalOf(page.join(room, "clerknick"))).to.include({ type: "auth", condition: "forbidden" });
  });
});

describe("a module reloaded in mid-call", function () {
  this.timeout(15_000);
  it("boots anew, still knows who is there, and does what it missed", async () => {
    const counter = await Counter.start();
    const { backend } = counter;
    try {
      const { room, citizenPage } = await counter.openCall();
      const kept = await counter.openCall();
      await backend.hasTold(kept.room, "joined citizen-1");
      let answer: Answer = { status: 503 };
      backend.answer = () => answer;
      await counter.prosody.hand("reload", { module: "counter_control" });
      const { body } = await counter.prosody.rooms();
      expect(body.rooms.map((entry: { room: string }) => entry.room)).to.have.members([room, kept.room]);
      expect(body.boot).not.to.equal(backend.accepted.entries[0]?.boot);

      await kept.citizenPage.hangUp();
      await hasLeft(counter, kept.room, "citizen-1");
      const asked = backend.attempts.entries.length;
      await backend.attempts.until("boot again", (attempts) => attempts.length > asked);
      const sentWhileClosed = backend.attempts.entries.filter(({ boot }) => boot === body.boot);
      expect(new Set(sentWhileClosed.map(({ event }) => event))).to.deep.equal(new Set(["boot"]));
      answer = { status: 200, body: { refused: [{ room, user: "citizen-1" }], ended: [] } };
      await citizenPage.seesPresence("citizennick", isUnavailable);
      await backend.hasTold(room, "left citizen-1 removed");
      const told = backend.accepted.entries.filter(({ boot }) => boot === body.boot);
      expect(told.map(({ event, room: name, reason }) => [event, name, reason])).to.deep.equal([
        ["boot", undefined, undefined],
        ["left", kept.room, "left"],
        ["left", room, "removed"],
      ]);
      expect(told.map(({ seq }) => seq)).to.deep.equal([1, 2, 3]);
    } finally {
      await counter.stop();
    }
  });
});

async function hasLeft(counter: Counter, room: string, user: string): Promise<void> {
  for (;;) {
    const { body } = await counter.prosody.rooms();
    const { occupants } = body.rooms.find((entry: { room: string }) => entry.room === room);
    if (!occupants.some((occupant: { user: string }) => occupant.user === user)) return;
  }
}

describe("a badly configured Prosody", function () {
  this.timeout(15_000);
  for (const [title, env, complaint] of [
    ["without a secret", { COUNTER_CONTROL_SECRET: "" }, "COUNTER_CONTROL_SECRET is missing"],
    ["with a short secret", { COUNTER_CONTROL_SECRET: "x".repeat(31) }, "COUNTER_CONTROL_SECRET must have 32"],
    ["without a webhook", { COUNTER_CONTROL_WEBHOOK: "" }, "COUNTER_CONTROL_WEBHOOK is missing"],
    ["without a token secret", { JITSI_APP_SECRET: "" }, "JITSI_APP_SECRET is missing"],
  ] as const) {
    it(`does not start ${title}`, async () => {
      const failure = await failureOf(Prosody.start({ webhook: "http://127.0.0.1:1/", env }));
      expect(failure).to.include(complaint);
    });
  }

  for (const [title, secret, webhook, complaint] of [
    ["a short secret", "x".repeat(31), "http://127.0.0.1:1/", "must have 32 characters or more"],
    ["a webhook that is no address", "x".repeat(32), "backend:3000", "must be an http or https address"],
  ] as const) {
    it(`does not load the module with ${title}`, async () => {
      const settings = `Component "second.localhost" "muc"
        modules_enabled = { "counter_control" }
        counter_control_secret = "${secret}"
        counter_control_webhook = "${webhook}"`;
      const counter = await Counter.start({ settings });
      try {
        await counter.prosody.log.first(complaint, (line) => line.includes(complaint));
      } finally {
        await counter.stop();
      }
    });
  }
});

async function failureOf(start: Promise<Prosody>): Promise<string> {
  try {
    await (await start).stop();
  } catch (error) {
    return String(error);
  }
  throw new Error("started all the same");
}
