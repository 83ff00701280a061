import { expect } from "chai";
import { until } from "../../backend/test/until.ts";
import { type Answer, ask } from "./support/ask.ts";
import { askToBook, type Booked, book, bookedBy, freeTimes } from "./support/citizen.ts";
import { isBack, keepDead, killMain, lookAt, type Running } from "./support/engine.ts";
import { rows } from "./support/operator.ts";
import { connectPhone } from "./support/phone.ts";
import { forgetLimits, isClearRefusal, isConfirmed, isUnsent, worksAfterwards } from "./support/proof.ts";
import { enterRoom, heard } from "./support/rooms.ts";
import { compose, ensureUp, start } from "./support/site.ts";

const limitSeconds = 60;
const ordinary = ["router", "caddy", "app", "web", "jicofo", "jvb", "coturn", "turn-certificate"];
const withMore = ["worker", "postgres", "prosody", "jigasi"];

describe("kill -9 of a container's main process", function () {
  this.timeout(240_000);
  let booked: Booked;
  before(async () => {
    await ensureUp();
    await forgetLimits();
    booked = await book();
  });

  const comesBack = async (before: Running) => {
    const seconds = await isBack(before, limitSeconds * 1_000);
    console.log(`      healthy again after ${seconds.toFixed(1)} s`);
  };

  it("leaves out no service that is to run", async () => {
    const listed = await compose(["--profile", "database", "--profile", "phone", "config", "--services"]);
    const lasting = listed
      .trim()
      .split("\n")
      .filter((name) => !["migrate", "prepare", "mail", "sip"].includes(name));
    expect(lasting.sort()).to.deep.equal([...ordinary, ...withMore].sort());
  });

  for (const service of ordinary)
    it(`${service}: it comes back by itself within ${limitSeconds} s, and the counter goes on`, async () => {
      const before = await lookAt(service);
      killMain(before);
      await comesBack(before);
      await worksAfterwards(booked);
    });

  it("worker: a mail that was asked for while it was dead goes out once", async () => {
    const before = await lookAt("worker");
    const release = keepDead(before);
    const asked = await worksAfterwards(booked);
    expect(await isUnsent(asked)).to.equal(true);
    await release();
    await comesBack(before);
    expect(await isConfirmed(asked)).to.equal(1);
  });

  it("postgres: citizens are refused clearly meanwhile, and no wish is done by halves", async () => {
    const [, wish] = await freeTimes();
    const before = await lookAt("postgres");
    const release = keepDead(before);
    const requests: [string, () => Promise<Answer>][] = [
      ["services", () => ask("/api/services")],
      ["link", () => ask("/api/appointment", { headers: { authorization: `Bearer ${booked.token}` } })],
      ["booking", () => askToBook(wish!)],
    ];
    for (const [what, request] of requests)
      await until(`a refusal of ${what}`, async () => {
        const answer = await request();
        expect(answer.status, answer.body).to.be.oneOf([200, 201, 503]);
        return isClearRefusal(answer);
      });
    await release();
    await comesBack(before);
    expect(bookedBy(await askToBook(wish!)).token).to.have.length(43);
    await worksAfterwards(booked);
  });

  it("prosody: it lets people in again once the app has told it whom to refuse, and tells the app who is there", async () => {
    const before = await lookAt("prosody");
    const { boot } = await heard();
    killMain(before);
    await comesBack(before);
    await until("the new Prosody's greeting", async () => (await heard()).boot !== boot);
    await enterRoom();
    await worksAfterwards(booked);
  });

  it("jigasi, where there is a phone", async () => {
    const disconnectPhone = await connectPhone();
    try {
      const before = await lookAt("jigasi");
      killMain(before);
      await comesBack(before);
    } finally {
      await disconnectPhone();
    }
  });

  it("app, worker and postgres at once", async () => {
    const all = await Promise.all(["postgres", "app", "worker"].map(lookAt));
    for (const one of all) killMain(one);
    for (const one of all) await comesBack(one);
    expect(await isConfirmed(await worksAfterwards(booked))).to.equal(1);
  });
});

describe("docker compose down, then up", function () {
  this.timeout(240_000);

  it("finds the same rows, links and log-ins, and sends the mail that was waiting", async () => {
    await ensureUp();
    await forgetLimits();
    // The mail server is away, so that something waits when all goes down.
    await compose(["stop", "mail"]);
    const booked = await book();
    const counts = await rows();
    await until("a try that failed", () => isUnsent(booked));
    await compose(["down"]);
    await start();
    expect(await rows()).to.equal(counts);
    expect(await isConfirmed(booked, 120_000)).to.equal(1);
    await worksAfterwards(booked);
    await enterRoom();
  });
});
