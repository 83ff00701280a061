// What mod_counter_control costs Prosody while 200 people come and go: processor time beside the same Prosody without the module. A visit is
// a connection, joining, two changes of presence (as lib-jitsi-meet sends them) and hanging up, two people to a room.
import { readFileSync } from "node:fs";
import { median, report } from "../../backend/bench/figures.ts";
import { Backend } from "../test/support/backend.js";
import { newRoom } from "../test/support/counter.js";
import { Prosody } from "../test/support/prosody.js";
import { validToken } from "../test/support/tokens.js";
import { mucDomain, XmppClient } from "../test/support/xmpp-client.js";

const ROUNDS = Number(process.env["ROUNDS"] ?? 25);
const PEOPLE = 200;
const AT_ONCE = 20;

const withoutModule = `
  Component "${mucDomain}" "muc"
  modules_enabled = { "muc_counter_token" }
`;

const backend = await Backend.start();
const ours = await Prosody.start({ webhook: backend.url });
await ours.isOpen();
const bare = await Prosody.start({
  webhook: backend.url,
  settings: withoutModule,
  readyLine: "meet.localhost:http",
});

try {
  await visits(ours);
  await visits(bare);
  const rounds: { ours: number; bare: number }[] = [];
  // Both at the same time: what else this machine does meanwhile is both's.
  for (let round = 0; round < ROUNDS; round++) {
    const [withModule, without] = await Promise.all([visits(ours), visits(bare)]);
    rounds.push({ ours: withModule, bare: without });
  }
  const milliseconds = (which: "ours" | "bare") => (median(rounds.map((round) => round[which])) * 1_000) / PEOPLE;
  report({
    name: `Prosody's processor time for each of ${PEOPLE} who come and go`,
    unit: "ms",
    ours: milliseconds("ours"),
    baseline: { of: "without the module", figure: milliseconds("bare") },
    ratio: median(rounds.map((round) => round.ours / round.bare)),
    budget: { of: "ratio", atMost: 1.05 },
  });
  report({
    name: `the module's own, when ${PEOPLE} come and go in a minute`,
    unit: "% of one core",
    ours: (median(rounds.map((round) => round.ours - round.bare)) / 60) * 100,
    budget: { of: "ours", atMost: 5 },
  });
} finally {
  await ours.stop();
  await bare.stop();
  await backend.close();
}
process.exit();

/** @returns the processor time that they cost, in seconds. */
async function visits(prosody: Prosody): Promise<number> {
  const before = cpuSeconds(prosody.pid);
  const toldBefore = backend.accepted.entries.length;
  const rooms = Array.from({ length: PEOPLE / 2 }, newRoom);
  const people = rooms.flatMap((room) => [
    { room, nick: "clerk" },
    { room, nick: "citizen" },
  ]);
  const pages: (() => Promise<void>)[] = [];
  await inTurns(people, async ({ room, nick }) => {
    const page = await XmppClient.connect({ port: prosody.port, token: validToken(room, { id: nick, name: nick }) });
    await page.join(room, nick);
    for (const muted of ["true", "false"]) page.presence(room, nick, `<audiomuted>${muted}</audiomuted>`);
    pages.push(() => page.hangUp());
  });
  await inTurns(pages, (hangUp) => hangUp());
  if (prosody === ours) await untilTold(rooms, toldBefore);
  return cpuSeconds(prosody.pid) - before;
}

async function inTurns<Each>(all: readonly Each[], doWith: (each: Each) => Promise<void>): Promise<void> {
  const rest = [...all];
  const lane = async () => {
    for (let each = rest.shift(); each !== undefined; each = rest.shift()) await doWith(each);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}

/** Every event has been delivered: its cost is the module's too. */
async function untilTold(rooms: string[], since: number): Promise<void> {
  const left = new Set(rooms);
  let read = since;
  await backend.accepted.until(
    "the end of every room",
    (events) => {
      for (const { event, room } of events.slice(read)) if (event === "destroyed" && room) left.delete(room);
      read = events.length;
      return left.size === 0;
    },
    60_000,
  );
}

/** Linux: the first figure of /proc/PID/schedstat, in nanoseconds; Prosody is one thread. */
function cpuSeconds(pid: number): number {
  return Number(readFileSync(`/proc/${pid}/schedstat`, "utf8").split(" ")[0]) / 1e9;
}
