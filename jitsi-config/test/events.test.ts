import { expect } from "chai";
import { type Backend, nobodyRefused } from "./support/backend.js";
import { Counter, newRoom } from "./support/counter.js";
import { controlSecret } from "./support/prosody.js";
import { citizen, clerk, now } from "./support/tokens.js";
import { mucDomain } from "./support/xmpp-client.js";

describe("the backend is told", function () {
  this.timeout(15_000);
  let counter: Counter;
  let backend: Backend;

  before(async () => {
    counter = await Counter.start({ settings: "smacks_hibernation_time = 1" });
    backend = counter.backend;
  });
  after(() => counter.stop());
  afterEach(() => {
    backend.answer = () => ({ status: 200, body: nobodyRefused });
  });

  it("of a whole call in order, numbered without a gap", async () => {
    const { room, clerkPage, citizenPage } = await counter.openCall();
    citizenPage.presence(room, "citizennick", "", "unavailable");
    await backend.hasTold(room, "left citizen-1 left");
    clerkPage.presence(room, "clerknick", "", "unavailable");
    await backend.hasTold(room, "destroyed");
    expect(backend.storyOf(room)).to.deep.equal([
      "created",
      "joined clerk-1",
      "joined citizen-1",
      "left citizen-1 left",
      "left clerk-1 left",
      "destroyed",
    ]);
    const numbers = backend.accepted.entries.map(({ seq }) => seq);
    expect(numbers).to.deep.equal(numbers.map((_, index) => index + 1));
    expect(new Set(backend.accepted.entries.map(({ boot }) => boot)).size).to.equal(1);
  });

  it("who joined, without name or address", async () => {
    const { room } = await counter.openCall();
    await backend.hasTold(room, "joined citizen-1");
    const joined = backend.accepted.entries.find(
      ({ room: name, occupant }) => name === room && occupant?.user === "citizen-1",
    );
    expect(joined?.occupant).to.deep.equal({
      nick: "citizennick",
      user: "citizen-1",
      role: "participant",
      affiliation: "member",
    });
    expect(joined?.at).to.be.within(now() - 60, now() + 1);
    expect(JSON.stringify(backend.attempts.entries)).not.to.match(/Noor|Kees|@/);
  });

  it("who joined under a name that is no plain word", async () => {
    const [room, odd] = [newRoom(), `"quoted" \\ and é`];
    const page = await counter.connectAs({ ...clerk, id: 'id\n"1"' }, room);
    await page.join(room, odd);
    await counter.hasToldAll();
    const joined = backend.accepted.entries.find(({ event, room: name }) => event === "joined" && name === room);
    expect(joined?.occupant).to.include({ nick: odd, user: 'id\n"1"' });
  });

  it("with the secret", async () => {
    await counter.openCall();
    const sent = new Set(backend.attempts.entries.map(({ authorization }) => authorization));
    expect([...sent]).to.deep.equal([`Bearer ${controlSecret}`]);
  });

  it("that somebody left who hung up", async () => {
    const { room, citizenPage } = await counter.openCall();
    await citizenPage.hangUp();
    await backend.hasTold(room, "left citizen-1 left");
  });

  it("that a connection was lost, without stream management", async () => {
    const { room, citizenPage } = await counter.openCall();
    await citizenPage.vanish();
    await backend.hasTold(room, "left citizen-1 connection_lost");
  });

  it("that a connection was lost, once nobody took the stream up again", async () => {
    const room = newRoom();
    const page = await counter.connectAs(citizen, room, { resumable: true });
    await page.join(room, "citizennick");
    await page.vanish();
    await backend.hasTold(room, "left citizen-1 connection_lost", "destroyed");
  });

  it("that somebody was replaced by their own reloaded page", async () => {
    const { room } = await counter.openCall();
    const reloaded = await counter.connectAs(citizen, room);
    await reloaded.join(room, "newnick");
    await backend.accepted.until("the whole story", () => backend.storyOf(room).length === 5);
    expect(backend.storyOf(room).slice(-2)).to.deep.equal(["left citizen-1 replaced", "joined citizen-1"]);
  });

  it("that somebody was removed by the clerk", async () => {
    const { room, clerkPage } = await counter.openCall();
    const kick = "<query xmlns='http://jabber.org/protocol/muc#admin'><item role='none' nick='citizennick'/></query>";
    await clerkPage.iq("set", `${room}@${mucDomain}`, kick);
    await backend.hasTold(room, "left citizen-1 removed");
  });

  it("that everybody left an ended room", async () => {
    const { room } = await counter.openCall();
    await counter.prosody.command("end", { room });
    await backend.hasTold(room, "destroyed");
    const story = backend.storyOf(room);
    expect(story.slice(-3, -1)).to.have.members(["left clerk-1 ended", "left citizen-1 ended"]);
    expect(story.at(-1)).to.equal("destroyed");
  });

  it("that a role changed, and not that somebody muted", async () => {
    const { room, clerkPage, citizenPage } = await counter.openCall();
    citizenPage.presence(room, "citizennick", "<audiomuted>true</audiomuted>");
    await clerkPage.seesPresence("citizennick", ({ children }) => children.some(({ name }) => name === "audiomuted"));
    await counter.prosody.hand("affiliation", { room, nick: "citizennick", affiliation: "owner" });
    await backend.hasTold(room, "changed citizen-1");
    const changed = backend.accepted.entries.filter(({ event, room: name }) => event === "changed" && name === room);
    expect(changed.map(({ occupant }) => occupant)).to.deep.equal([
      { nick: "citizennick", user: "citizen-1", role: "moderator", affiliation: "owner" },
    ]);
  });

  it("later when it was away, with nothing lost and in order", async () => {
    await backend.close();
    const { room, citizenPage } = await counter.openCall();
    await citizenPage.hangUp();
    const isWarning = (line: string) => line.includes("not delivered");
    await counter.prosody.log.first("a failed delivery", isWarning);
    await backend.open();
    await backend.hasTold(room, "left citizen-1 left");
    expect(backend.storyOf(room)).to.deep.equal([
      "created",
      "joined clerk-1",
      "joined citizen-1",
      "left citizen-1 left",
    ]);
  });

  for (const status of [500, 503, 401, 408, 429]) {
    it(`again after it answered ${status}`, async () => {
      let isFirst = true;
      backend.answer = () => {
        const answer = { status: isFirst ? status : 204 };
        isFirst = false;
        return answer;
      };
      const { room } = await counter.openCall();
      await backend.hasTold(room, "joined citizen-1");
      expect(backend.storyOf(room)).to.deep.equal(["created", "joined clerk-1", "joined citizen-1"]);
      const tries = backend.attempts.entries.filter((event) => event.room === room && event.event === "created");
      expect(tries).to.have.length(2);
      expect(tries[1]?.together).to.equal(tries[0]?.together); // not taken apart: nothing was wrong with it
    });
  }

  it("nothing again that it called wrong, and all that came with it", async () => {
    backend.answer = ({ event }) => ({ status: event === "created" ? 422 : 200 });
    const { room } = await counter.openCall();
    await backend.hasTold(room, "joined citizen-1");
    expect(backend.storyOf(room)).to.deep.equal(["joined clerk-1", "joined citizen-1"]);
    const tries = backend.attempts.entries.filter((event) => event.room === room && event.event === "created");
    expect(tries).to.have.length(2); // beside "joined", then alone
    expect(tries[0]?.together).to.be.above(1);
    expect(tries[1]?.together).to.equal(1);
  });

  it("of what belongs together at once, and of what comes while it is busy in one request", async () => {
    const { room, citizenPage } = await counter.openCall();
    await counter.hasToldAll();
    let isBusy = true;
    backend.answer = async () => {
      while (isBusy) await counter.prosody.rooms();
      return { status: 200 };
    };
    const before = backend.attempts.entries.length;
    const isBegun = backend.attempts.until("a request", ({ length }) => length > before);
    citizenPage.presence(room, "citizennick", "", "unavailable");
    await isBegun;
    for (let time = 1; time <= 30; time++) {
      await citizenPage.join(room, "citizennick");
      citizenPage.presence(room, "citizennick", "", "unavailable");
    }
    await citizenPage.join(room, "citizennick");
    isBusy = false;
    await counter.hasToldAll();
    const told = backend.attempts.entries.slice(before);
    expect(told.map(({ together }) => together)).to.deep.equal([1, ...Array(50).fill(50), ...Array(11).fill(11)]);
    const coming = ["left citizen-1 left", "joined citizen-1"];
    expect(backend.storyOf(room).slice(3)).to.deep.equal(Array(31).fill(coming).flat());
    const numbers = told.map(({ seq }) => seq);
    expect(numbers).to.deep.equal(numbers.map((_, index) => numbers[0]! + index));
  });

  it("over one connection, and over a new one when that was ended", async () => {
    const complaints = () => counter.prosody.log.entries.filter((line) => line.includes("not delivered")).length;
    const [begunWith, complained] = [backend.connections, complaints()];
    const { room, citizenPage } = await counter.openCall();
    await backend.hasTold(room, "joined citizen-1");
    expect(backend.connections - begunWith).to.be.at.most(1);
    for (let time = 1; time <= 20; time++) {
      backend.endQuietConnections(); // and Prosody may be writing to it right now
      const before = backend.accepted.entries.length;
      citizenPage.presence(room, "citizennick", "", "unavailable");
      await backend.accepted.until("the leaving", ({ length }) => length > before);
      await citizenPage.join(room, "citizennick");
      await backend.accepted.until("the coming", ({ length }) => length > before + 1);
    }
    expect(backend.connections - begunWith).to.be.within(2, 22);
    expect(complaints()).to.equal(complained);
  });

  it("again at once when the connection that was kept ends under it, and later when a new one does too", async () => {
    const complaints = () => counter.prosody.log.entries.filter((line) => line.includes("not delivered")).length;
    const { room, citizenPage } = await counter.openCall();
    await backend.hasTold(room, "joined citizen-1");
    for (const [ends, complaintsMore] of [
      [1, 0],
      [2, 1],
    ] as const) {
      const complained = complaints();
      let rest: number = ends;
      backend.answer = () => ({ status: rest-- > 0 ? 0 : 200 });
      const before = backend.accepted.entries.length;
      citizenPage.presence(room, "citizennick", "", "unavailable");
      await backend.accepted.until("the leaving", ({ length }) => length > before);
      expect(complaints() - complained).to.equal(complaintsMore);
      await citizenPage.join(room, "citizennick");
      await backend.accepted.until("the coming", ({ length }) => length > before + 1);
    }
    expect(backend.storyOf(room).slice(3)).to.deep.equal([
      ...["left citizen-1 left", "joined citizen-1"],
      ...["left citizen-1 left", "joined citizen-1"],
    ]);
  });

  it("over a connection for each where the backend wants that", async () => {
    backend.keepsOpen = false;
    const { room } = await counter.openCall();
    await backend.hasTold(room, "joined citizen-1");
    const { connections } = backend;
    backend.keepsOpen = true;
    await counter.openCall(room);
    await counter.hasToldAll();
    expect(backend.connections).to.be.above(connections);
  });

  it("in one request at a time", async () => {
    let inFlight = 0;
    let most = 0;
    backend.answer = async () => {
      inFlight += 1;
      most = Math.max(most, inFlight);
      for (const begunAt = Date.now(); Date.now() < begunAt + 100; ) await counter.prosody.rooms(); // time enough for a second one
      inFlight -= 1;
      return { status: 200 };
    };
    const { room } = await counter.openCall();
    await backend.hasTold(room, "joined citizen-1");
    expect(most).to.equal(1);
  });
});

describe("while the backend is away for long", function () {
  this.timeout(15_000);
  it("the oldest events go and the next one tells of the gap", async () => {
    const counter = await Counter.start({ env: { COUNTER_CONTROL_QUEUE_LIMIT: "2" } });
    try {
      await counter.backend.close();
      const room = newRoom();
      const page = await counter.connectAs(clerk, room);
      await page.join(room, "clerknick");
      await counter.prosody.log.first("a failed delivery", (line) => line.includes("not delivered"));
      page.presence(room, "clerknick", "", "unavailable"); // left and destroyed wait
      await page.join(room, "clerknick"); // created and joined push them out
      await counter.prosody.log.first("a full queue", (line) => line.includes("event queue is full"));
      await counter.backend.open();
      await counter.hasToldAll();
      const told = counter.backend.accepted.entries.filter((event) => event.room === room);
      expect(told.map(({ event, gap }) => [event, gap])).to.deep.equal([
        ["created", undefined],
        ["joined", undefined],
        ["created", true],
        ["joined", undefined],
      ]);
    } finally {
      await counter.stop();
    }
  });
});
