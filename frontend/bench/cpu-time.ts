import { readdirSync, readFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import { startBrowser } from "../e2e/support/browser.ts";

/** A browser and all its processes, weighed by /proc: what page, codecs, drawing and network cost together. */
export interface WeighedBrowser {
  readonly browser: Browser;
  /** Seconds of processor time since the start. Linux: fields 14 and 15 of /proc/PID/stat (proc(5)), 100 ticks to the second. */
  readonly cpuSeconds: () => number;
}

let count = 0;

export const startWeighedBrowser = async (): Promise<WeighedBrowser> => {
  const mark = `--weighed-as=${process.pid}-${count++}`;
  const browser = await startBrowser([mark]);
  const isMain = (pid: number) => {
    const line = commandLine(pid);
    return line.includes(mark) && !line.includes("--type=");
  };
  const main = pids().find(isMain);
  if (main === undefined) throw new Error("the browser's process was not found");
  return { browser, cpuSeconds: () => ticksOfTree(main) / 100 };
};

const pids = (): number[] =>
  readdirSync("/proc")
    .map(Number)
    .filter((pid) => pid > 0);

/** "" of a process that has gone meanwhile. */
const read = (path: string): string => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
};

const commandLine = (pid: number): string => read(`/proc/${pid}/cmdline`);

/** After the command's name, which may itself have spaces and brackets: state, parent, … */
const fieldsOf = (pid: number): string[] => read(`/proc/${pid}/stat`).split(") ").at(-1)?.split(" ") ?? [];

const ticksOfTree = (main: number): number => {
  const all = pids().map((pid) => ({ pid, fields: fieldsOf(pid) }));
  const isInTree = (pid: number): boolean => {
    if (pid === main) return true;
    const parent = Number(all.find((each) => each.pid === pid)?.fields[1] ?? 0);
    return parent > 1 && isInTree(parent);
  };
  return all
    .filter(({ pid }) => isInTree(pid))
    .reduce((sum, { fields }) => sum + Number(fields[11] ?? 0) + Number(fields[12] ?? 0), 0);
};
