import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

export interface DebianPackage {
  name: string;
  /** The command it brings, by which we see that it is there. */
  command: string;
}

export type PackageState = { isPresent: true } | { isPresent: false; advice: string };

const POLICY_FILE = "/usr/sbin/policy-rc.d";
const POLICY_SIGN = "# Placed by Balie while it installs a package; safe to delete.";

/** Installs a Debian package when it is missing and we may; otherwise says which command does it. */
export async function ensurePackage(
  { name, command }: DebianPackage,
  { say, logFile, signal }: { say: (line: string) => void; logFile: string; signal?: AbortSignal },
): Promise<PackageState> {
  removeLeftPolicy();
  if (findCommand(command)) return { isPresent: true };
  const byHand = `sudo apt-get install ${name}`;
  if (!findCommand("apt-get"))
    return { isPresent: false, advice: `${name} is missing: install it with this system's package manager` };
  if (process.getuid?.() !== 0)
    return { isPresent: false, advice: `${name} is missing: type "${byHand}" and start again` };

  say(`Installing Debian's ${name} package, up to a minute…`);
  fs.mkdirSync(path.dirname(logFile), { recursive: true, mode: 0o700 });
  const isQuiet = forbidServiceStart(name);
  try {
    const options = ["-y", "-o", "DPkg::Lock::Timeout=120"];
    const updated = await run("apt-get", [...options, "update"], logFile, signal);
    const installed = await run("apt-get", [...options, "install", "--no-install-recommends", name], logFile, signal);
    if (installed && findCommand(command)) {
      await keepServiceOff(name, logFile);
      return { isPresent: true };
    }
    const why = updated ? "" : " (the package lists could not be fetched: is there a network?)";
    return { isPresent: false, advice: `${name} could not be installed${why}: see ${logFile}, then type "${byHand}"` };
  } finally {
    if (isQuiet) removeLeftPolicy();
  }
}

/** The full path of a command, or undefined. */
export function findCommand(command: string): string | undefined {
  // An ordinary user's PATH often lacks the sbin folders.
  const folders = [...(process.env.PATH ?? "").split(path.delimiter), "/usr/local/sbin", "/usr/sbin", "/sbin"];
  return folders.map((folder) => path.join(folder, command)).find((file) => isExecutable(file));
}

function isExecutable(file: string): boolean {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Debian starts a service while it installs it; ours runs under our own supervision. An operator's own policy stays. */
function forbidServiceStart(name: string): boolean {
  const script = `#!/bin/sh\n${POLICY_SIGN}\n[ "$1" = "${name}" ] && exit 101\nexit 0\n`;
  try {
    fs.writeFileSync(POLICY_FILE, script, { flag: "wx", mode: 0o755 });
    return true;
  } catch {
    return false;
  }
}

function removeLeftPolicy(): void {
  if (process.getuid?.() !== 0) return;
  try {
    if (fs.readFileSync(POLICY_FILE, "utf8").includes(POLICY_SIGN)) fs.rmSync(POLICY_FILE);
  } catch {
    // None there: nothing to remove.
  }
}

/** Only after our own installation, so never the service of someone who already used it. */
async function keepServiceOff(name: string, logFile: string): Promise<void> {
  if (!fs.existsSync("/run/systemd/system") || !fs.existsSync(`/lib/systemd/system/${name}.service`)) return;
  await run("systemctl", ["disable", "--now", name], logFile);
}

function run(command: string, args: string[], logFile: string, signal?: AbortSignal): Promise<boolean> {
  const log = fs.openSync(logFile, "a", 0o600);
  return new Promise((resolve) => {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive", LC_ALL: "C.UTF-8" };
    const child = spawn(command, args, { stdio: ["ignore", log, log], env, detached: true });
    const interrupt = () => child.kill("SIGINT");
    signal?.addEventListener("abort", interrupt, { once: true });
    const finish = (isDone: boolean) => {
      signal?.removeEventListener("abort", interrupt);
      fs.closeSync(log);
      resolve(isDone);
    };
    child.once("error", () => finish(false));
    child.once("exit", (code) => finish(code === 0));
  });
}
