import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { startThrowAwayStack } from "../../appliance/embedded/throw-away-stack.ts";
import { clientAddressOf, queryStack } from "../drill/stack.js";
import { callServer } from "../test/app.js";
import { bookingOf, quarterAfter } from "../test/factories.js";
import { median, report } from "./figures.js";

const rounds = Number(process.env["ROUNDS"] ?? 7);
const bookingsPerRound = 300;
const lanes = 16;
/** As the embedded mode runs its backend: the memory settings are not what is compared. */
const nodeFlags = ["--max-semi-space-size=2", "--max-old-space-size=256"];

/** Bookings per second through the API, beside bare Koa + pg doing the same inserts on the same PostgreSQL, in turns. */
const stack = await startThrowAwayStack({});
const [service] = await queryStack<{ id: string; counter_id: string }>(
  stack,
  "select id, counter_id from service where duration_minutes = 15 limit 1",
);
await queryStack(stack, "update counter set capacity = 100");
// The worker would send the mails meanwhile: both sides are measured without it.
await stack.stopOne("worker");
const [bareCounter] = await queryStack<{ id: string }>(stack, "select id from counter where id <> $1", [
  service!.counter_id,
]);
const bare = spawn(process.execPath, [...nodeFlags, "--import", "tsx", join(import.meta.dirname, "bare-bookings.ts")], {
  env: { ...process.env, DATABASE_URL: stack.databaseUrl, COUNTER_ID: bareCounter!.id, NODE_ENV: "production" },
  stdio: ["ignore", "pipe", "inherit"],
});
const [line] = await once(bare.stdout, "data");
const barePort = Number(String(line));
const ourPort = Number(new URL(stack.backendUrls[0]!).port);

let made = 0;
async function perSecond(port: number): Promise<number> {
  const startedAt = performance.now();
  let next = 0;
  const lane = async () => {
    while (next < bookingsPerRound) {
      next += 1;
      const number = made++;
      // 50 people to a slot, so that seats are found among taken ones.
      const startsAt = quarterAfter(new Date(), 30 * 60 + 15 * Math.floor(number / 50));
      const answer = await callServer(port, "POST", "/api/appointments", {
        body: bookingOf(service!.id, startsAt),
        from: clientAddressOf(number % 5_000),
      });
      if (answer.status !== 201) throw new Error(`${answer.status} ${answer.text}`);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return bookingsPerRound / ((performance.now() - startedAt) / 1000);
}

try {
  await perSecond(ourPort);
  await perSecond(barePort);
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    ours.push(await perSecond(ourPort));
    theirs.push(await perSecond(barePort));
  }
  report({
    name: "bookings per second",
    unit: "/s",
    ours: median(ours),
    baseline: { of: "bare Koa + pg", figure: median(theirs) },
    ratio: median(ours.map((one, round) => one / theirs[round]!)),
    budget: { of: "ratio", atLeast: 0.5 },
  });
} finally {
  bare.kill();
  await stack.stop();
}
