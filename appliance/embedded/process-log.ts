import fs from "node:fs";

/** The log file of a supervised process: one per start, small, and quoted when something fails. */
const LOG_LIMIT_BYTES = 10 * 1024 * 1024;
const KEPT_LOGS = 3;

/** Moves the last log aside, so that each start has its own. */
export function rotateLog(file: string): void {
  for (let age = KEPT_LOGS - 1; age >= 1; age--) {
    const older = age === 1 ? file : `${file}.${age - 1}`;
    if (fs.existsSync(older)) fs.renameSync(older, `${file}.${age}`);
  }
}

export function tailOf(file: string, lines = 12): string {
  try {
    const { size } = fs.statSync(file);
    const bytes = Buffer.alloc(Math.min(size, 16_384));
    const fd = fs.openSync(file, "r");
    fs.readSync(fd, bytes, 0, bytes.length, size - bytes.length);
    fs.closeSync(fd);
    const kept = bytes.toString("utf8").trimEnd().split("\n").slice(-lines);
    return kept.map((line) => `    ${line.slice(0, 600)}`).join("\n");
  } catch {
    return "    (no log)";
  }
}

export function sizeOf(file: string): number {
  return fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

export function textFrom(file: string, start: number): string {
  return fs.readFileSync(file).subarray(start).toString("utf8");
}

export function capLog(file: string): void {
  try {
    if (fs.statSync(file).size < LOG_LIMIT_BYTES) return;
    // The process holds the file open for appending: copy and empty it, since renaming would follow the process.
    fs.copyFileSync(file, `${file}.1`);
    fs.truncateSync(file);
  } catch {
    // No log yet, or no space for a copy: the next round tries again.
  }
}
