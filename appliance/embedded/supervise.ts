import { type ChildProcess, spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { capLog, rotateLog, sizeOf, tailOf, textFrom } from "./process-log.ts";
import { isAlive, signalGroup, signalProcess } from "./process-table.ts";
import { Refusal } from "./refusal.ts";

export interface ProcessSpec {
  name: string;
  command: string;
  args: string[];
  env: NodeJS.ProcessEnv;
  cwd: string;
  /** Runs as this user; only root may ask for one. */
  user?: { uid: number; gid: number };
  logFile: string;
  /** Polled until true; the process counts as started then. */
  isReady: (logSoFar: () => string) => Promise<boolean>;
  readyWithinMs?: number;
  stopSignal?: NodeJS.Signals;
  stopWithinMs?: number;
  /** How the process is told apart from a stranger that got its number: a text in its command line. */
  marker: string;
  /** Whether a Node child gets a channel, by whose closing it learns that the launcher vanished. */
  hasChannel?: boolean;
  /** A process that an earlier launcher left behind and that serves as well as a new one. */
  adopt?: () => number | undefined;
}

export interface Watcher {
  notice: (line: string) => void;
  /** Called whenever a process id comes or goes. */
  changed: () => void;
  /** Whether a process that dies by itself is started again. */
  revives: boolean;
  /** Once aborted, nothing is started any more. */
  signal?: AbortSignal;
}

export interface Supervised {
  name: string;
  marker: string;
  pid: () => number | undefined;
  start: () => Promise<void>;
  stop: () => Promise<void>;
  restart: () => Promise<void>;
  /** Sends a signal and says nothing to the supervision: what dies by it is revived. */
  kill: (signal: NodeJS.Signals) => void;
  /** Ends it for good, at once. */
  destroy: () => void;
}

interface Running {
  pid: number;
  /** Resolves with how it ended: "exit code 1" or "signal SIGKILL". */
  ended: Promise<string>;
}

const FIRST_DELAY_MS = 250;
const LONGEST_DELAY_MS = 30_000;
const HEALTHY_AFTER_MS = 60_000;

/** Starts a process, waits until it is ready, keeps its log small, and starts it again when it dies. */
export function supervise(spec: ProcessSpec, watcher: Watcher): Supervised {
  let isWanted = false;
  let running: Running | undefined;
  let failures = 0;
  let pause = new AbortController();
  let logCap: NodeJS.Timeout | undefined;

  async function launch(): Promise<void> {
    watcher.signal?.throwIfAborted();
    const logStart = sizeOf(spec.logFile);
    const mine = adopted(spec) ?? (await spawned(spec));
    running = mine;
    watcher.changed();
    const startedAt = Date.now();
    const outcome = await Promise.race([mine.ended, readiness(spec, mine.pid, logStart)]).catch(async (error) => {
      await end(mine, spec.stopSignal ?? "SIGTERM", 2000);
      running = undefined;
      watcher.changed();
      throw error;
    });
    if (outcome !== "ready") {
      if (outcome === "slow") await end(mine, "SIGKILL", 0);
      running = undefined;
      watcher.changed();
      const how = outcome === "slow" ? `was not ready within ${readyWithin(spec) / 1000} s` : `ended (${outcome})`;
      throw new Refusal(`${spec.name} ${how}. Its log, ${spec.logFile}, ends with:\n${tailOf(spec.logFile)}`);
    }
    mine.ended.then((how) => {
      if (running !== mine) return;
      running = undefined;
      watcher.changed();
      if (isWanted && watcher.revives) void revive(how, Date.now() - startedAt);
    });
  }

  async function revive(how: string, livedMs: number): Promise<void> {
    if (livedMs > HEALTHY_AFTER_MS) failures = 0;
    const log = `The end of ${spec.logFile}:\n${tailOf(spec.logFile)}`;
    watcher.notice(`${spec.name} stopped unexpectedly (${how}); starting it again. ${log}`);
    while (isWanted) {
      const delay = Math.min(FIRST_DELAY_MS * 2 ** failures++, LONGEST_DELAY_MS);
      await sleep(delay, undefined, { signal: pause.signal, ref: false }).catch(() => {});
      if (!isWanted) return;
      try {
        await launch();
        if (isWanted) watcher.notice(`${spec.name} is back.`);
        return;
      } catch (error) {
        if (isWanted) watcher.notice(error instanceof Error ? error.message : String(error));
      }
    }
  }

  async function stop(): Promise<void> {
    isWanted = false;
    pause.abort();
    clearInterval(logCap);
    const mine = running;
    if (mine) await end(mine, spec.stopSignal ?? "SIGTERM", spec.stopWithinMs ?? 4000);
  }

  async function start(): Promise<void> {
    isWanted = true;
    pause = new AbortController();
    rotateLog(spec.logFile);
    logCap = setInterval(() => capLog(spec.logFile), 30_000).unref();
    try {
      await launch();
    } catch (error) {
      if (isWanted) await stop();
      throw error;
    }
  }

  return {
    name: spec.name,
    marker: spec.marker,
    pid: () => running?.pid,
    start,
    stop,
    async restart() {
      await stop();
      await start();
    },
    kill(signal) {
      if (running) signalProcess(running.pid, signal);
    },
    destroy() {
      isWanted = false;
      pause.abort();
      if (running) signalGroup(running.pid, "SIGKILL");
    },
  };
}

async function spawned(spec: ProcessSpec): Promise<Running> {
  fs.mkdirSync(path.dirname(spec.logFile), { recursive: true, mode: 0o700 });
  const log = fs.openSync(spec.logFile, "a", 0o600);
  const child = spawn(spec.command, spec.args, {
    cwd: spec.cwd,
    env: spec.env,
    ...spec.user,
    // A group of its own: Ctrl-C at the terminal reaches only the launcher, which then stops all in order.
    detached: true,
    stdio: ["ignore", log, log, ...(spec.hasChannel ? (["ipc"] as const) : [])],
  });
  fs.closeSync(log);
  const ended = endOf(child);
  if (child.pid === undefined) throw new Refusal(`${spec.name} cannot be started: ${await ended}.`);
  return { pid: child.pid, ended };
}

function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => resolve(signal ? `signal ${signal}` : `exit code ${code}`));
  });
}

function adopted(spec: ProcessSpec): Running | undefined {
  const pid = spec.adopt?.();
  if (pid === undefined) return undefined;
  const ended = new Promise<string>((resolve) => {
    const poll = setInterval(() => {
      if (isAlive(pid)) return;
      clearInterval(poll);
      resolve("ended");
    }, 200);
  });
  return { pid, ended };
}

async function readiness(spec: ProcessSpec, pid: number, logStart: number): Promise<"ready" | "slow"> {
  const deadline = Date.now() + readyWithin(spec);
  while (Date.now() < deadline && isAlive(pid)) {
    if (await spec.isReady(() => textFrom(spec.logFile, logStart)).catch(isNotYet)) return "ready";
    await sleep(50);
  }
  // A dead process is reported by its end, which the caller awaits beside this.
  if (!isAlive(pid)) await sleep(1000);
  return "slow";
}

/** Not answering yet is normal; a refusal will not pass by waiting. */
function isNotYet(error: unknown): false {
  if (error instanceof Refusal) throw error;
  return false;
}

function readyWithin(spec: ProcessSpec): number {
  return spec.readyWithinMs ?? 30_000;
}

async function end(running: Running, signal: NodeJS.Signals, withinMs: number): Promise<void> {
  signalProcess(running.pid, signal);
  const inTime = await Promise.race([running.ended.then(() => true), sleep(withinMs, false)]);
  if (inTime) return;
  signalGroup(running.pid, "SIGKILL");
  await running.ended;
}
