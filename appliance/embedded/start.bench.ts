/// <reference lib="dom" />
import { type ChildProcess, spawn } from "node:child_process";
import fs from "node:fs";
import http from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { median, report } from "../../backend/bench/figures.ts";
import { newPerson, startBrowser } from "../../frontend/e2e/support/browser.ts";
import { admit, arrive, book, signIn } from "../../frontend/e2e/support/counter.ts";
import { expectMovingVideo } from "../../frontend/e2e/support/media.ts";
import { randomSecret } from "./home.ts";
import { freePort } from "./ports.ts";
import { startPostgres } from "./postgres.ts";
import { startProsody } from "./prosody.ts";
import { ROOT } from "./scene.ts";
import type { Stack } from "./stack.ts";

// How long `npm start` takes until it prints its addresses, and the memory of all that runs then: the proportional set size (PSS, what several processes share counted
// once) of the whole process tree, npm itself included. Beside it, of the same run: the same PostgreSQL and Prosody alone, and an empty Node.
const STARTS = Number(process.env.ROUNDS ?? 5);
const CONSOLES = 50;
const SETTLE_MS = 5_000;

interface Started {
  seconds: number;
  pid: number;
  stack: Stack;
  stop: () => Promise<void>;
}

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), "balie-bench-"));
// Else PostgreSQL, which runs as another user, would have its data moved to /var/lib and left there.
fs.chmodSync(scratch, 0o711);
const home = path.join(scratch, "home");
const answering = http.createServer((_, response) => response.end(JSON.stringify({ refused: [], ended: [] })));
await new Promise<void>((resolve) => answering.listen(0, "127.0.0.1", resolve));

try {
  const fresh = await npmStart(home);
  await fresh.stop();
  const freshBare = await bareStart("bare");
  await freshBare.stop();
  const ours: number[] = [];
  const bares: number[] = [];
  for (let start = 0; start < STARTS; start++) {
    const one = await npmStart(home);
    ours.push(one.seconds);
    await one.stop();
    const bare = await bareStart("bare");
    bares.push(bare.seconds);
    await bare.stop();
  }
  const start = { unit: "s", budget: { of: "ours", atMost: 15 } } as const;
  const baseline = (figure: number) => ({ of: "bare PostgreSQL + Prosody", figure });
  report({ name: "npm start, fresh home", ours: fresh.seconds, baseline: baseline(freshBare.seconds), ...start });
  report({ name: "npm start, existing home", ours: median(ours), baseline: baseline(median(bares)), ...start });
  await measureMemory();
} finally {
  answering.close();
  fs.rmSync(scratch, { recursive: true, force: true });
}

async function measureMemory(): Promise<void> {
  const bare = await bareStart("bare");
  const empty = spawn(process.execPath, ["-e", "setInterval(() => {}, 1e6)"], { stdio: "ignore" });
  await sleep(SETTLE_MS);
  const bareMegabytes = bare.pids().reduce((sum, pid) => sum + megabytesOf(pid), megabytesOf(empty.pid as number));
  empty.kill();
  await bare.stop();

  const memory = (name: string, ours: number) =>
    report({
      name: `memory of all processes, ${name}`,
      unit: "MB",
      ours,
      baseline: { of: "bare PostgreSQL + Prosody + empty Node", figure: bareMegabytes },
      budget: { of: "ours", atMost: 500 },
    });
  const balie = await npmStart(home);
  try {
    await sleep(SETTLE_MS);
    memory("at rest", megabytesOf(balie.pid));
    const over = await holdCall(balie.stack);
    await sleep(SETTLE_MS);
    memory(`one call and ${CONSOLES} consoles`, megabytesOf(balie.pid));
    if (process.env.VERBOSE) console.log(detailsOf(balie.pid));
    await over();
  } finally {
    await balie.stop();
  }
}

/** As an operator starts it; ready when it prints its addresses. */
async function npmStart(folder: string): Promise<Started> {
  const [port, mailPort] = [await freePort(), await freePort()];
  const startedAt = performance.now();
  const npm = spawn("npm", ["start"], {
    cwd: ROOT,
    env: { ...process.env, BALIE_HOME: folder, BALIE_PORT: String(port), BALIE_MAIL_PORT: String(mailPort) },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  await said(npm, "Balie is ready");
  const seconds = (performance.now() - startedAt) / 1000;
  const { demoClerkPassword } = JSON.parse(fs.readFileSync(path.join(folder, "secrets.json"), "utf8"));
  const stack = {
    publicUrl: `http://localhost:${port}`,
    mailUrl: `http://127.0.0.1:${mailPort}`,
    clerk: { email: "an@voorbeeldegem.example", password: demoClerkPassword },
  } as Stack;
  return { seconds, pid: npm.pid as number, stack, stop: () => stopped(npm) };
}

function said(npm: ChildProcess, words: string): Promise<void> {
  let output = "";
  return new Promise((resolve, reject) => {
    for (const stream of [npm.stdout, npm.stderr])
      stream?.on("data", (part) => {
        output += part;
        if (output.includes(words)) resolve();
      });
    npm.once("exit", (code) => reject(new Error(`npm start ended (${code}):\n${output}`)));
  });
}

/** Ctrl-C at the terminal reaches the whole group. */
function stopped(npm: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    npm.once("close", () => resolve());
    process.kill(-(npm.pid as number), "SIGINT");
  });
}

/** The same binaries with the same settings, and nothing of ours. */
async function bareStart(name: string) {
  const folder = path.join(scratch, name);
  fs.mkdirSync(folder, { recursive: true });
  const passwordFile = path.join(folder, "password");
  if (!fs.existsSync(passwordFile)) fs.writeFileSync(passwordFile, randomSecret());
  const password = fs.readFileSync(passwordFile, "utf8");
  const port = await freePort();
  const startedAt = performance.now();
  const [postgres, prosody] = await Promise.all([
    startPostgres({ home: folder, password }),
    startProsody({
      root: ROOT,
      home: folder,
      port,
      publicUrl: "http://localhost:1",
      jitsiAppSecret: password,
      counterControlSecret: password,
      webhook: `http://127.0.0.1:${(answering.address() as AddressInfo).port}/`,
    }),
  ]);
  return {
    seconds: (performance.now() - startedAt) / 1000,
    pids: () => [postgres.process, prosody].map((one) => one.pid() as number),
    stop: async () => {
      await prosody.stop();
      await postgres.stop();
    },
  };
}

/** A citizen and a clerk in a call with moving pictures, and consoles that listen. @returns what ends it. */
async function holdCall(stack: Stack): Promise<() => Promise<void>> {
  const browser = await startBrowser();
  const [citizen, clerk] = [await newPerson(browser), await newPerson(browser)];
  const name = "Saida Amrani";
  await arrive(citizen.page, await book(citizen.page, stack, { name, email: "saida@example.org" }, ""));
  await signIn(clerk.page, stack);
  const [cookie] = await clerk.context.cookies();
  const consoles = Array.from({ length: CONSOLES }, () => openConsole(stack, `${cookie?.name}=${cookie?.value}`));
  await Promise.all(consoles.map(({ opened }) => opened));
  await admit(clerk.page, name);
  for (const { page } of [citizen, clerk]) await expectMovingVideo(page);
  return async () => {
    for (const { close } of consoles) close();
    await browser.close();
  };
}

function openConsole({ publicUrl }: Stack, cookie: string) {
  const sent = http.get(`${publicUrl}/api/queue/events`, { agent: false, headers: { cookie } });
  const opened = new Promise<void>((resolve, reject) => {
    sent.on("error", reject);
    sent.on("response", (answer) => {
      answer.on("error", () => {});
      answer.resume();
      if (answer.statusCode === 200) resolve();
      else reject(new Error(`a console's events answered ${answer.statusCode}`));
    });
  });
  return { opened, close: () => sent.destroy() };
}

/** Of a process and all that come from it. */
function megabytesOf(pid: number): number {
  return treeOf(pid).reduce((sum, one) => sum + kilobytesOf(one), 0) / 1000;
}

function detailsOf(pid: number): string {
  const nameOf = (one: number) => fs.readFileSync(`/proc/${one}/cmdline`, "utf8").replaceAll("\0", " ").slice(0, 90);
  return treeOf(pid)
    .map((one) => `  ${(kilobytesOf(one) / 1000).toFixed(1).padStart(6)} MB  ${nameOf(one)}`)
    .join("\n");
}

function kilobytesOf(pid: number): number {
  try {
    const rollup = fs.readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
    return (Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0) * 1024) / 1000;
  } catch {
    return 0;
  }
}

function treeOf(root: number): number[] {
  const parents = fs
    .readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const parent = parentOf(Number(name));
      return parent === undefined ? [] : [{ pid: Number(name), parent }];
    });
  const below = (pid: number): number[] => [
    pid,
    ...parents.filter(({ parent }) => parent === pid).flatMap((child) => below(child.pid)),
  ];
  return below(root);
}

function parentOf(pid: number): number | undefined {
  try {
    return Number(/\) \S (\d+)/.exec(fs.readFileSync(`/proc/${pid}/stat`, "utf8"))?.[1]);
  } catch {
    return undefined;
  }
}
