import { randomBytes, randomInt } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { DEMO_WORDS } from "./demo-words.ts";
import { commandLineOf, endStranger, isAlive, startTicksOf } from "./process-table.ts";
import { Refusal } from "./refusal.ts";
import type { Supervised } from "./supervise.ts";

const NEEDED_MEGABYTES = 100;

export interface Secrets {
  postgresPassword: string;
  postgresAdminPassword: string;
  appSecret: string;
  jitsiAppSecret: string;
  counterControlSecret: string;
  demoClerkPassword: string;
}

export interface Home {
  folder: string;
  secrets: Secrets;
  log: (name: string) => string;
  /** Writes down which processes are ours, for a next start after a crash. */
  remember: (processes: Supervised[]) => void;
  release: () => void;
}

interface RememberedProcess {
  name: string;
  pid: number;
  startTicks: string;
  marker: string;
}

/** Opens the home folder for this process alone, and ends what an earlier one left behind. */
export async function openHome(folder: string, publicUrl: string): Promise<Home> {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  refuseStrangersFolder(folder);
  refuseFullDisk(folder);
  takeLock(path.join(folder, "lock"), publicUrl);
  const pidsFile = path.join(folder, "pids.json");
  const home: Home = {
    folder,
    secrets: readSecrets(path.join(folder, "secrets.json")),
    log: (name) => path.join(folder, "log", `${name}.log`),
    remember: (processes) => writeAtomically(pidsFile, JSON.stringify(processes.flatMap(asRemembered), null, 2)),
    release() {
      fs.rmSync(pidsFile, { force: true });
      fs.rmSync(path.join(folder, "lock"), { force: true });
    },
  };
  await endOrphans(pidsFile);
  return home;
}

/** Refuses when another living process holds the lock; a lock of a dead one is taken over. */
export function takeLock(file: string, publicUrl: string): void {
  const mine = JSON.stringify({ pid: process.pid, startTicks: startTicksOf(process.pid), url: publicUrl });
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      fs.writeFileSync(file, mine, { flag: "wx", mode: 0o600 });
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const seen = readOrEmpty(file);
    const holder = readLock(seen);
    if (holder && isSameProcess(holder.pid, holder.startTicks)) {
      const open = holder.url ? `open ${holder.url}, or ` : "";
      throw new Refusal(`Balie already runs (process ${holder.pid}): ${open}stop it first (kill ${holder.pid}).`);
    }
    const aside = `${file}.${process.pid}`;
    fs.renameSync(file, aside);
    // Another start may have taken the stale lock over in between; then what moved is its lock, and it goes back.
    if (readOrEmpty(aside) !== seen) fs.linkSync(aside, file);
    fs.rmSync(aside, { force: true });
  }
  throw new Refusal(`The lock ${file} is contested: start Balie once more.`);
}

/** In another account's folder one of the two would later find files it may not read: refuse at once. */
function refuseStrangersFolder(folder: string): void {
  const owner = fs.statSync(folder).uid;
  if (owner === (process.getuid?.() ?? owner)) return;
  const name = owner === 0 ? "root" : `user number ${owner}`;
  throw new Refusal(`${folder} belongs to ${name}: start Balie as that user, or set BALIE_HOME to a folder of yours.`);
}

function refuseFullDisk(folder: string): void {
  const { bavail, bsize } = fs.statfsSync(folder);
  const free = Math.floor((bavail * bsize) / 1024 / 1024);
  if (free >= NEEDED_MEGABYTES) return;
  throw new Refusal(
    `The disk is full: Balie needs ${NEEDED_MEGABYTES} MB free for ${folder} and there are ${free} MB.`,
  );
}

/** Reads the generated secrets; what is missing is added, what exists stays. */
function readSecrets(file: string): Secrets {
  const kept = readJson<Partial<Secrets>>(file) ?? {};
  const secrets: Secrets = {
    postgresPassword: kept.postgresPassword ?? randomSecret(),
    postgresAdminPassword: kept.postgresAdminPassword ?? randomSecret(),
    appSecret: kept.appSecret ?? randomSecret(),
    jitsiAppSecret: kept.jitsiAppSecret ?? randomSecret(),
    counterControlSecret: kept.counterControlSecret ?? randomSecret(),
    demoClerkPassword: kept.demoClerkPassword ?? readablePassword(),
  };
  writeAtomically(file, JSON.stringify(secrets, null, 2));
  return secrets;
}

/** 48 letters and digits. */
export function randomSecret(): string {
  return randomBytes(96)
    .toString("base64")
    .replaceAll(/[^A-Za-z0-9]/g, "")
    .slice(0, 48);
}

/** Easy to read aloud and to type: three short words and four digits. */
function readablePassword(): string {
  const words = [1, 2, 3].map(() => DEMO_WORDS[randomInt(DEMO_WORDS.length)]);
  return [...words, randomInt(1000, 10_000)].join("-");
}

/** PostgreSQL is left alone here: its start adopts it. */
async function endOrphans(pidsFile: string): Promise<void> {
  const orphans = (readJson<RememberedProcess[]>(pidsFile) ?? []).filter(({ name }) => name !== "postgres");
  const ours = orphans.filter(
    ({ pid, startTicks, marker }) => isSameProcess(pid, startTicks) && commandLineOf(pid).includes(marker),
  );
  await Promise.all(ours.map(({ pid }) => endStranger(pid)));
}

function asRemembered({ name, marker, pid }: Supervised): RememberedProcess[] {
  const id = pid();
  return id === undefined ? [] : [{ name, pid: id, startTicks: startTicksOf(id), marker }];
}

function isSameProcess(pid: number, startTicks: string): boolean {
  return isAlive(pid) && startTicksOf(pid) === startTicks;
}

function readLock(text: string): { pid: number; startTicks: string; url: string } | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readJson<T>(file: string): T | undefined {
  const text = readOrEmpty(file);
  if (!text) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(
      `${file} is damaged: restore it, or move ${path.dirname(file)} away to begin anew without its data.`,
    );
  }
}

function readOrEmpty(file: string): string {
  try {
    return fs.readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return "";
    throw error;
  }
}

function writeAtomically(file: string, text: string): void {
  const fresh = `${file}.${process.pid}.new`;
  fs.writeFileSync(fresh, text, { mode: 0o600 });
  fs.renameSync(fresh, file);
}
