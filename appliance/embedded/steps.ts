// What npm test, npm run drill and npm run soak share: steps in order, each with a heading, and one closing line.
import { type ChildProcess, spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { build } from "./build.ts";
import { randomSecret } from "./home.ts";
import { type Need, whatStaysMissing } from "./needs.ts";
import { findCommand } from "./packages.ts";
import { startPostgres } from "./postgres.ts";
import { sentenceFor } from "./refusal.ts";
import { ROOT } from "./scene.ts";

export const MOCHA = [
  "node",
  "--import",
  "tsx",
  "--conditions=source",
  "node_modules/mocha/bin/mocha.js",
  "--color",
  "--exit",
];

export interface Step {
  name: string;
  heading: string;
  command: string[];
  /** Mocha's own counts are added up; any other step counts as one. */
  isMocha?: boolean;
  /** No mocha, and yet takes a part of the titles to run, as its last argument. */
  takesTitle?: boolean;
  /** Files to test; the step is left out while there are none. */
  files?: string[];
  /** So many of the files at once, each lane in a process of its own, the longest file first. Mocha tells of a file once it is through. */
  lanes?: number;
  /** They start our own processes: built once, before the first of them does. */
  isBuilt?: boolean;
  needs?: ("postgres" | Need)[];
  env?: NodeJS.ProcessEnv;
}

interface Tally {
  passed: number;
  failed: number;
  skipped: number;
  /** One sentence per thing that could not be shown. */
  gaps: string[];
}

const tally: Tally = { passed: 0, failed: 0, skipped: 0, gaps: [] };
let current: ChildProcess | undefined;
let isStopping = false;

/** Runs the steps that the words choose, each under its heading, and ends the process: 0 when all passed and nothing was left out. */
export async function runSteps(steps: Step[], words: string[]): Promise<never> {
  const temporary = fs.mkdtempSync(path.join(os.tmpdir(), "balie-test-"));
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      isStopping = true;
      endGroup(current, signal);
    });
  }
  try {
    await runChosen(steps, words, temporary);
  } catch (error) {
    console.error(sentenceFor(error) ?? error);
    tally.failed++;
  } finally {
    fs.rmSync(temporary, { recursive: true, force: true });
  }
  for (const gap of tally.gaps) console.error(`\nNot shown: ${gap}.`);
  const skipped = tally.skipped ? `, ${tally.skipped} skipped` : "";
  console.log(`\n${tally.passed} passed, ${tally.failed} failed${skipped}`);
  const isNothing = tally.passed + tally.failed + tally.skipped === 0;
  if (isNothing && !isStopping) console.error(`Nothing ran: no step and no test title fits ${words.join(" ")}.`);
  process.exit(isStopping ? 130 : tally.failed || tally.gaps.length || isNothing ? 1 : 0);
}

async function runChosen(all: Step[], words: string[], temporary: string): Promise<void> {
  const names = all.map(({ name }) => name);
  const title = words.filter((word) => !names.includes(word)).join(" ");
  const chosen = words.filter((word) => names.includes(word));
  const isChosen = ({ name, isMocha }: Step) => (chosen.length ? chosen.includes(name) : !title || isMocha);
  const steps = all.filter(isChosen).filter(({ files }) => !files || matching(files).length > 0);

  const { missing, advice } = await whatStaysMissing(steps.flatMap(({ needs }) => needs ?? []));
  tally.gaps.push(...advice);
  const needsPostgres = steps.some(({ needs }) => needs?.includes("postgres"));
  const postgres = needsPostgres ? await throwAwayPostgres(temporary) : undefined;
  try {
    for (const step of steps) {
      if (!isStopping) await runStep(step, title, missing, postgres?.adminUrl);
    }
  } finally {
    await postgres?.stop();
  }
}

async function runStep(
  step: Step,
  title: string,
  missing: ReadonlySet<string>,
  databaseUrl: string | undefined,
): Promise<void> {
  console.log(
    `\n── ${step.heading} (${step.name}) ${"─".repeat(Math.max(0, 70 - step.heading.length - step.name.length))}`,
  );
  const absent = (["chromium", "chromium-shell", "firefox", "shellcheck", "prometheus"] as const).find(
    (name) => step.needs?.includes(name) && missing.has(name),
  );
  if (absent) {
    tally.gaps.push(`${step.heading}, for want of ${absent}`);
    return;
  }
  const startedAt = Date.now();
  if (step.isBuilt) await build({ root: ROOT, say: console.log });
  const files = step.files ? matching(step.files) : [];
  const isBeside = (step.lanes ?? 1) > 1;
  const lanes = isBeside ? ["--parallel", "--jobs", String(step.lanes)] : [];
  const chosen = title && step.isMocha ? ["--grep", title] : title && step.takesTitle ? [title] : [];
  const color = process.stdout.isTTY && step.isMocha ? ["--color"] : [];
  const { isPassed, output } = await run(
    [...step.command, ...color, ...chosen, ...lanes, ...(isBeside ? longestFirst(files) : files)],
    {
      ...process.env,
      ...step.env,
      PATH: [path.dirname(process.execPath), path.join(ROOT, "node_modules/.bin"), process.env.PATH].join(
        path.delimiter,
      ),
      NODE_ENV: "test",
      TEST_DATABASE_URL: databaseUrl,
      FIREFOX_PATH: process.env.FIREFOX_PATH ?? findCommand("firefox-esr"),
    },
  );
  count(step, isPassed, output);
  console.log(`${isPassed ? "passed" : "FAILED"} in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
}

function count(step: Step, isPassed: boolean, output: string): void {
  if (!step.isMocha) {
    tally[isPassed ? "passed" : "failed"]++;
    return;
  }
  const number = (word: string) => Number(new RegExp(`^\\s+(\\d+) ${word}`, "m").exec(output)?.[1] ?? 0);
  tally.passed += number("passing");
  tally.skipped += number("pending");
  // Mocha may break off before it counts; that is a failure too.
  tally.failed += Math.max(number("failing"), isPassed ? 0 : 1);
}

/** One server for all tests, which make databases of their own in it. Its data may be lost: it does not wait for the disk. */
async function throwAwayPostgres(temporary: string) {
  if (process.env.TEST_DATABASE_URL) return { adminUrl: process.env.TEST_DATABASE_URL, stop: async () => {} };
  const settings = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200"];
  return startPostgres({ home: temporary, password: randomSecret(), settings });
}

function matching(patterns: string[]): string[] {
  const isOurs = (file: string) => !/(^|\/)(node_modules|dist)\//.test(file);
  return patterns.flatMap((pattern) => fs.globSync(pattern, { cwd: ROOT, exclude: isNotOurs }).filter(isOurs)).sort();
}

/** Else a long one begun last is waited for alone. */
function longestFirst(files: string[]): string[] {
  const sizeOf = (file: string) => fs.statSync(path.join(ROOT, file)).size;
  return files.toSorted((one, other) => sizeOf(other) - sizeOf(one));
}

/** Mocha's lanes are processes of their own, and end with it. */
function endGroup(leader: ChildProcess | undefined, signal: NodeJS.Signals): void {
  if (leader?.pid && leader.exitCode === null && leader.signalCode === null) process.kill(-leader.pid, signal);
}

function isNotOurs(name: string): boolean {
  return /(^|\/)(node_modules|dist)$/.test(name);
}

function run(command: string[], env: NodeJS.ProcessEnv): Promise<{ isPassed: boolean; output: string }> {
  const [program = "", ...args] = command;
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: ROOT, env, stdio: ["ignore", "pipe", "inherit"], detached: true });
    current = child;
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => {
      process.stdout.write(chunk);
      output += stripVTControlCharacters(chunk.toString("utf8"));
    });
    child.once("error", (error) => {
      console.error(`${program} cannot be started: ${error.message}`);
      resolve({ isPassed: false, output });
    });
    child.once("close", (code) => resolve({ isPassed: code === 0, output }));
  });
}
