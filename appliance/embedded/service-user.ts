import { execFileSync, spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

export interface ServiceUser {
  uid: number;
  gid: number;
}

/** The account a service runs as when we are root, which PostgreSQL refuses to run as; otherwise ourselves. */
export function serviceUser(preferred: string): ServiceUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  return accountOf(preferred) ?? accountOf("nobody") ?? { uid: 65_534, gid: 65_534 };
}

/**
 * A folder that such an account can reach. Normally `<home>/services`; when root keeps the checkout in a closed folder such as
 * /root, a link to a folder in /var/lib.
 */
export function servicesFolder(home: string): string {
  const folder = path.join(home, "services");
  if (process.getuid?.() !== 0) {
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
    return folder;
  }
  // Passable, not readable: the secrets within have modes of their own.
  fs.chmodSync(home, 0o711);
  if (!fs.existsSync(folder)) createReachable(folder);
  else if (!canPass(folder)) moveOutside(folder);
  return fs.realpathSync(folder);
}

/** A folder of the service's own, closed to everyone else. */
export function ownFolder(folder: string, user: ServiceUser | undefined): string {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (user) fs.chownSync(folder, user.uid, user.gid);
  return folder;
}

/**
 * The words before a command that make it end with the launcher, as far as the system has them (Debian's util-linux does).
 * Only for processes without a channel to us.
 */
export function endingWithParent(signal: "TERM" | "INT"): string[] {
  return knowsParentDeath() ? ["setpriv", "--pdeathsig", signal] : [];
}

let parentDeathKnown: boolean | undefined;
function knowsParentDeath(): boolean {
  parentDeathKnown ??= spawnSync("setpriv", ["--pdeathsig", "TERM", "true"], { stdio: "ignore" }).status === 0;
  return parentDeathKnown;
}

function createReachable(folder: string): void {
  // A link whose target was deleted exists no more than a missing folder.
  fs.rmSync(folder, { force: true });
  fs.mkdirSync(folder, { mode: 0o711 });
  if (!canPass(folder)) moveOutside(folder);
}

function moveOutside(folder: string): void {
  const outside = fs.mkdtempSync("/var/lib/balie-");
  fs.chmodSync(outside, 0o711);
  const target = path.join(outside, "services");
  // mv keeps owners, also from one file system to another.
  execFileSync("mv", [fs.realpathSync(folder), target]);
  fs.rmSync(folder, { force: true });
  fs.symlinkSync(target, folder);
}

function canPass(folder: string): boolean {
  const nobody = accountOf("nobody") ?? { uid: 65_534, gid: 65_534 };
  return spawnSync("test", ["-x", fs.realpathSync(folder)], { ...nobody, cwd: "/", stdio: "ignore" }).status === 0;
}

function accountOf(name: string): ServiceUser | undefined {
  const ask = (flag: string) => Number(execFileSync("id", [flag, name], { stdio: ["ignore", "pipe", "ignore"] }));
  try {
    return { uid: ask("-u"), gid: ask("-g") };
  } catch {
    return undefined;
  }
}
