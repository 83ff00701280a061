import fs from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/** What the kernel knows of processes, ours and strangers. */

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Command line of a process, words separated by spaces; empty when it cannot be known. */
export function commandLineOf(pid: number): string {
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return "";
  }
}

/** When the process started, in kernel ticks: with its number the identity of a process. */
export function startTicksOf(pid: number): string {
  return statOf(pid)[19] ?? "";
}

/** Ends a process that is not our child: asks, waits, then insists. */
export async function endStranger(pid: number, signal: NodeJS.Signals = "SIGTERM", withinMs = 4000): Promise<void> {
  signalProcess(pid, signal);
  if (await isGone(pid, withinMs)) return;
  signalProcess(pid, "SIGKILL");
  await isGone(pid, 2000);
}

async function isGone(pid: number, withinMs: number): Promise<boolean> {
  const deadline = Date.now() + withinMs;
  while (Date.now() < deadline) {
    if (!isAlive(pid)) return true;
    await sleep(25);
  }
  return !isAlive(pid);
}

export function signalProcess(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Already gone: that is what was wanted.
  }
}

export function signalGroup(pid: number, signal: NodeJS.Signals): void {
  signalProcess(-pid, signal);
  signalProcess(pid, signal);
}

function isZombie(pid: number): boolean {
  return statOf(pid)[0] === "Z";
}

/** The fields of /proc/<pid>/stat after the command's name, which may itself contain spaces. */
function statOf(pid: number): string[] {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    return [];
  }
}
