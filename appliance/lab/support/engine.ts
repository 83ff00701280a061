// The lab's engine itself, asked and ended without its command line: an answer costs no process, and comes while one would not start.
import { type ChildProcess, spawn } from "node:child_process";
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import { until } from "../../../backend/test/until.ts";
import { ROOT } from "../../embedded/scene.ts";
import { containerOf } from "./site.ts";

export interface Running {
  id: string;
  pid: number;
  startedAt: string;
  isRunning: boolean;
  /** Empty where the container has no health check. */
  health: string;
}

const socketPath = (process.env["DOCKER_HOST"] ?? "unix:///var/run/docker.sock").replace("unix://", "");
/** All that the engine has lies in there, and its name stands on the command line of each of its processes. */
const home = path.dirname(socketPath);

async function ask<T>(address: string): Promise<T> {
  const response = await new Promise<http.IncomingMessage>((resolve, reject) => {
    http.get({ socketPath, path: address, agent: false, timeout: 5_000 }, resolve).once("error", reject);
  });
  const parts: Buffer[] = [];
  for await (const part of response) parts.push(part as Buffer);
  if (response.statusCode !== 200) throw new Error(`the engine answers ${response.statusCode} to ${address}`);
  return JSON.parse(Buffer.concat(parts).toString("utf8")) as T;
}

export async function look(id: string): Promise<Running> {
  const { State } = await ask<{
    State: { Pid: number; StartedAt: string; Running: boolean; Restarting: boolean; Health?: { Status: string } };
  }>(`/containers/${id}/json`);
  return {
    id,
    pid: State.Pid,
    startedAt: State.StartedAt,
    isRunning: State.Running && !State.Restarting,
    health: State.Health?.Status ?? "",
  };
}

export const lookAt = async (service: string): Promise<Running> => look(await containerOf(service));

/** `docker kill` would count as the operator's wish: the container's own process is ended, as the kernel does when memory is short. */
export function killMain({ id, pid }: Running): void {
  if (!pid || !fs.readFileSync(`/proc/${pid}/cgroup`, "utf8").includes(id)) return;
  process.kill(pid, "SIGKILL");
}

/** Ends it as often as it comes back, until told to stop. */
export function keepDead(one: Running): () => Promise<void> {
  let isOver = false;
  const killing = (async () => {
    killMain(one);
    while (!isOver) {
      // It may have ended by itself between the look and the kill; and the engine may be slow to answer.
      await look(one.id)
        .then(killMain)
        .catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  })();
  return () => {
    isOver = true;
    return killing;
  };
}

/** Waits until it runs anew and is healthy. @returns after how many seconds. */
export async function isBack(before: Running, limitMs = 60_000): Promise<number> {
  const askedAt = Date.now();
  await until(
    "the container, back and healthy",
    async () => {
      const now = await look(before.id);
      return now.isRunning && now.startedAt !== before.startedAt && (now.health || "healthy") === "healthy";
    },
    limitMs,
  );
  return (Date.now() - askedAt) / 1_000;
}

interface Process {
  pid: number;
  parent: number;
  argv: string[];
  cgroup: string;
}

function processes(): Process[] {
  return fs.readdirSync("/proc").flatMap((name) => {
    try {
      const read = (file: string) => fs.readFileSync(`/proc/${name}/${file}`, "utf8");
      if (!/^\d+$/.test(name) || name === String(process.pid)) return [];
      const parent = Number(
        read("stat")
          .replace(/^.*\) /s, "")
          .split(" ")[1],
      );
      return [{ pid: Number(name), parent, argv: read("cmdline").split("\0").slice(0, -1), cgroup: read("cgroup") }];
    } catch {
      // It has ended meanwhile.
      return [];
    }
  });
}

/** dockerd first, so that it sees nothing; then all that it began, and all that runs in a container. Nobody else's: each has our folder on its command line, is a child of our dockerd, or in
    a container of ours. */
function processesOfEngine(containers: string[]): Process[] {
  const all = processes();
  const isNamed = ({ argv }: Process, name: RegExp) =>
    name.test(path.basename(argv[0] ?? "")) && argv.some((word) => word.startsWith(`${home}/`));
  const engine = all.filter((one) => isNamed(one, /^dockerd$/));
  const helpers = all.filter(
    (one) => isNamed(one, /^containerd/) || engine.some(({ pid }) => pid === one.parent && pid !== one.pid),
  );
  const inside = all.filter(({ cgroup }) => containers.some((id) => cgroup.includes(id)));
  return [...new Set([...engine, ...helpers, ...inside])];
}

export interface Cut {
  /** The power is back. */
  restore: () => Promise<void>;
}

/** As when the cable is pulled: nothing of the engine ends in order. What the kernel holds for the disk is not lost, as it would be then. */
export async function cutPower(): Promise<Cut> {
  const containers = (await ask<{ Id: string }[]>("/containers/json")).map(({ Id }) => Id);
  const [engine] = processesOfEngine(containers);
  if (!engine || path.basename(engine.argv[0] ?? "") !== "dockerd" || home === "/var/run")
    throw new Error("The lab's own engine was not found: it is started by appliance/lab/run.");
  const environment = fs.readFileSync(`/proc/${engine.pid}/environ`, "utf8").split("\0").slice(0, -1);
  const log = fs.openSync(fs.readlinkSync(`/proc/${engine.pid}/fd/1`), "a");

  killAll(containers);
  await until("the end of all of it", () => killAll(containers) === 0);
  forgetRun(engine.argv);
  const waiting = spawn(path.join(ROOT, "appliance/lab/start-as"), [String(engine.pid), ...engine.argv], {
    detached: true,
    cwd: home,
    env: Object.fromEntries(environment.map((line) => line.split(/=(.*)/s).slice(0, 2) as [string, string])),
    stdio: ["pipe", "pipe", log],
  });
  fs.closeSync(log);
  await isHeld(waiting);
  return {
    restore: async () => {
      waiting.stdin?.end("\n");
      await until("the engine", () => ask("/version"), 60_000);
    },
  };
}

/** On a server these lie in /run, which a power cut empties. Kept, their process numbers would be taken for processes that still run. */
function forgetRun(argv: string[]): void {
  const flag = (name: string) => argv[argv.indexOf(name) + 1] ?? "";
  const [pidFile, execRoot] = [flag("--pidfile"), flag("--exec-root")];
  if (!pidFile.startsWith(`${home}/`) || !execRoot.startsWith(`${home}/`))
    throw new Error("The engine keeps its state elsewhere than in the lab's folder.");
  for (const gone of [pidFile, path.join(execRoot, "containerd"), path.join(execRoot, "runtime-runc")])
    fs.rmSync(gone, { recursive: true, force: true });
}

function killAll(containers: string[]): number {
  const found = processesOfEngine(containers);
  for (const { pid } of found) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // Gone with another.
    }
  }
  return found.length;
}

const isHeld = (waiting: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    waiting.stdout?.once("data", () => resolve());
    waiting.once(
      "exit",
      (code) => code && reject(new Error(`no engine can be started in place of the first (${code})`)),
    );
  });
