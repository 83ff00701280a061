import type { ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { expect } from "chai";
import type { TestApp } from "../test/app.js";
import { startCalls } from "../test/calls.js";
import { enrol, startTestPhone, type TestPhone } from "../test/phone.js";
import type { Fate, Ring } from "../test/prosody-stand-in.js";
import { environmentOf, spawnScript } from "../test/run-script.js";
import { until } from "../test/until.js";

const searches = 20;
const interpreters = 30;
const ringSeconds = 5;
const talkMs = 3_000;
const minute = 60_000;
/** Of each ten interpreters. */
const fates: Fate[] = ["rings", "busy", "answers", "rings", "declines", ...Array<Fate>(5).fill("answers")];
type Search = { id: string; askedAt: number };

describe(`${searches} searches at once over a roster of ${interpreters}`, function () {
  this.timeout(4 * minute);
  const calls = startCalls(new Date(), { SIP_URI: "balie@pbx.example.org", PHONE_RING_SECONDS: String(ringSeconds) });
  const { query, inCall } = calls;
  let app: TestApp;
  let phone: TestPhone;
  let worker: ChildProcess;

  before(() => {
    ({ app } = calls.begun());
  });
  beforeEach(async () => {
    for (const table of ["interpreter_call", "interpreter_request", "interpreter"]) await query(`delete from ${table}`);
    phone = await startTestPhone(app, ringSeconds);
    await startWorker();
    const people = Array.from({ length: interpreters }, (_, position) => ({
      name: `Tolk ${position}`,
      address: `+32490${String(position).padStart(6, "0")}`,
    }));
    for (const [position, { address }] of people.entries()) phone.prosody.fate(address, fates[position % 10]!);
    await enrol(app, people);
  });
  afterEach(async () => {
    worker.kill("SIGKILL");
    await phone.stop();
  });

  const startWorker = async () => {
    const settings = { INTERNAL_HTTP_PORT: "0", COUNTER_CONTROL_URL: phone.prosody.url, LOG_LEVEL: "error" };
    worker = spawnScript("worker", [], { ...environmentOf(app.config), ...settings }, ["ignore", "pipe", "inherit"]);
    let log = "";
    worker.stdout!.on("data", (part) => {
      log += part;
    });
    await until("worker ready", () => log.includes("worker ready"), minute);
  };
  /** Each interpreter who answered talks for a while and hangs up. */
  const talk = () =>
    setInterval(() => {
      for (const { room, call, connectedAt, until: endedAt } of phone.prosody.rings)
        if (connectedAt && !endedAt && Date.now() - connectedAt > talkMs) phone.prosody.leave(room, call);
    }, 100);
  const search = async (): Promise<Search[]> => {
    const { clerk } = calls.begun();
    const meetings = [];
    for (let count = 0; count < searches; count += 1) {
      const { booked } = await inCall();
      const [{ room }] = await query("select room from meeting where id = $1", [booked.meetingId]);
      phone.prosody.openRoom(room);
      meetings.push(booked.meetingId);
    }
    return Promise.all(
      meetings.map(async (meetingId) => {
        const askedAt = Date.now();
        const body = { requestId: randomUUID(), language: "tr", callAgain: null };
        const answer = await app.call("POST", `/api/meetings/${meetingId}/interpreters`, { jar: clerk, body });
        expect(answer.status, answer.text).to.equal(200);
        return { id: answer.json.id, askedAt };
      }),
    );
  };
  const allOver = () =>
    until(
      "every search is over, and every telephone hung up",
      async () => {
        const [{ open, owed }] = await query(
          `select (select count(*)::int from interpreter_request where ended_at is null) open,
                  (select count(*)::int from interpreter_call where ended_at is null or must_hang_up and hung_up_at is null) owed`,
        );
        return open + owed === 0;
      },
      3 * minute,
    );

  it("find somebody each: how long until the first dial, and the next", async () => {
    const talking = talk();
    const asked = await search();
    await allOver();
    clearInterval(talking);
    await report("undisturbed", asked);
  });

  it("find somebody each while the worker is killed five times: nobody is rung twice at once, none is lost", async () => {
    const talking = talk();
    const asked = await search();
    for (let kills = 0; kills < 5; kills += 1) {
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 500));
      worker.kill("SIGKILL");
      await startWorker();
    }
    await allOver();
    clearInterval(talking);
    await report("worker killed five times", asked);
  });

  /** What happened, from the telephones' side and from the rows'. */
  async function report(what: string, asked: Search[]): Promise<void> {
    const rows: { id: string; state: string; why: string | null }[] = await query(
      "select id, state, why from interpreter_request",
    );
    const made: { id: string; request_id: string; state: string; connected_seconds: number | null }[] = await query(
      "select * from interpreter_call order by dialled_at, id",
    );
    const { rings, commands } = phone.prosody;
    const ringOf = (call: string) => rings.find((ring) => ring.call === call);
    const dialOf = (call: string) => commands.find(({ command, body }) => command === "dial" && body.call === call)!.at;
    const first: number[] = [];
    const next: number[] = [];
    for (const { id, askedAt } of asked) {
      const own = made.filter(({ request_id }) => request_id === id);
      first.push(dialOf(own[0]!.id) - askedAt);
      for (const [position, call] of own.slice(1).entries()) {
        const before = ringOf(own[position]!.id)!;
        const isRungOut = own[position]!.state === "unanswered";
        const overAt = isRungOut ? before.from + ringSeconds * 1_000 : before.until!;
        next.push(dialOf(call.id) - overAt);
      }
    }
    const dials = commands.filter(({ command }) => command === "dial").length;
    console.log("      ", what, JSON.stringify({ ...tally(rows), calls: made.length, dials, rings: rings.length }));
    console.log("      ", `request → first dial ${spread(first)}; over → next dial ${spread(next)}`);

    expect(tally(rows)).to.deep.equal({ ended: searches });
    expect(rings.length, "each call rang once").to.equal(made.length);
    expect(atOnce(rings)).to.deep.equal([]);
    for (const { id, connected_seconds } of made) {
      const { connectedAt, until: endedAt } = ringOf(id)!;
      expect(connected_seconds).to.equal(connectedAt ? Math.round((endedAt! - connectedAt) / 1_000) : null);
    }
  }
});

const tally = (rows: { state: string; why: string | null }[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { state, why } of rows) {
    const name = why ? `${state} ${why}` : state;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
};

function spread(figures: number[]): string {
  const sorted = [...figures].sort((a, b) => a - b);
  return `median ${sorted[Math.floor(sorted.length / 2)]} ms, longest ${sorted.at(-1)} ms (${sorted.length})`;
}

/** Interpreters whose telephone rang for two at once. */
const atOnce = (rings: Ring[]): string[] =>
  rings.flatMap((one, position) =>
    rings
      .slice(position + 1)
      .filter(({ to, from }) => to === one.to && from < (one.until ?? Number.POSITIVE_INFINITY))
      .map(({ to }) => to),
  );
