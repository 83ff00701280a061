// What bootstrap.mjs knows about the installation. Plain JavaScript: it runs before anything is installed, on any Node >= 20.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";

export const STAMP_FILE = "node_modules/.balie-stamp";
const NEEDED_MEGABYTES = 500;
const DEPENDENCY_FIELDS = ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"];

/** An expected failure; its message is one plain sentence for the operator. */
export class InstallRefusal extends Error {}

/**
 * Hash of all that decides what `npm ci` installs: the lock file, and what every package.json of ours asks for.
 * @param {string} root
 */
export function installationStamp(root) {
  const hash = createHash("sha256").update(readOrEmpty(path.join(root, "package-lock.json")));
  for (const folder of ["", ...workspaces(root)]) {
    const asked = readPackage(root, folder);
    hash.update(JSON.stringify([folder, ...[...DEPENDENCY_FIELDS, "overrides"].map((field) => asked[field] ?? {})]));
  }
  return hash.digest("hex");
}

/**
 * Whether node_modules fits the lock file: by our stamp, or, for whoever ran npm by hand, by npm's own record.
 * @param {string} root
 */
export function isInstalled(root) {
  if (readOrEmpty(path.join(root, STAMP_FILE)).trim() === installationStamp(root)) return true;
  if (!installedByHand(root)) return false;
  writeStamp(root);
  return true;
}

/** @param {string} root */
export function writeStamp(root) {
  fs.writeFileSync(path.join(root, STAMP_FILE), `${installationStamp(root)}\n`);
}

/**
 * Installs once, even when two commands start together: the second waits for the first.
 * @param {string} root
 * @param {(line: string) => void} say
 */
export async function ensureInstalled(root, say) {
  if (isInstalled(root)) return;
  const lock = await takeInstallLock(root, say);
  try {
    if (isInstalled(root)) return;
    refuseFullDisk(root);
    await installDependencies(root, say);
    writeStamp(root);
  } finally {
    fs.rmSync(lock, { force: true });
  }
}

/**
 * npm's failure, in one sentence that says what to do.
 * @param {string} output
 * @param {string} logFile
 */
export function npmFailureSentence(output, logFile) {
  const code = /npm (?:error|ERR!) code (\w+)/.exec(output)?.[1] ?? "";
  const log = `The log is in ${logFile}.`;
  if (/ENOSPC/.test(output)) return `The disk became full while installing: free some space and start again. ${log}`;
  if (
    /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|FETCH_ERROR)$/.test(
      code,
    )
  ) {
    return `The npm registry cannot be reached (${code}): check the network or the proxy settings of npm and start again. ${log}`;
  }
  if (code === "EUSAGE") {
    return `package.json and package-lock.json do not fit together: run "npm install" once, or restore both files. ${log}`;
  }
  if (code === "EACCES" || code === "EPERM") {
    return `npm may not write in this folder (${code}): use the account that owns the checkout. ${log}`;
  }
  const first = /npm (?:error|ERR!) (?!code)(.+)/.exec(output)?.[1] ?? "no reason given";
  return `npm could not install the dependencies (${[code, first].filter(Boolean).join(": ")}). ${log}`;
}

/** @param {string} root */
function workspaces(root) {
  try {
    const { workspaces: names } = JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8"));
    return /** @type {string[]} */ (names ?? []).filter((name) => !name.includes("*"));
  } catch {
    throw new InstallRefusal(`There is no readable package.json in ${root}: is the checkout complete?`);
  }
}

/**
 * npm leaves node_modules/.package-lock.json when, and only when, it finished.
 * @param {string} root
 */
function installedByHand(root) {
  try {
    const wanted = JSON.parse(fs.readFileSync(path.join(root, "package-lock.json"), "utf8")).packages;
    const present = JSON.parse(fs.readFileSync(path.join(root, "node_modules/.package-lock.json"), "utf8")).packages;
    const isPresent = (/** @type {string} */ name) =>
      present[name] ? present[name].version === wanted[name].version : wanted[name].optional === true;
    return (
      ["", ...workspaces(root)].every((folder) => isLocked(readPackage(root, folder), wanted[folder])) &&
      Object.keys(wanted)
        .filter((name) => name.includes("node_modules/"))
        .every(isPresent)
    );
  } catch {
    return false;
  }
}

/**
 * Whether the lock file was made from what this package.json asks for.
 * @param {Record<string, object>} asked @param {Record<string, object>} locked
 */
function isLocked(asked, locked) {
  const sorted = (/** @type {object | undefined} */ names) => JSON.stringify(Object.entries(names ?? {}).sort());
  return DEPENDENCY_FIELDS.every((field) => sorted(asked[field]) === sorted(locked[field]));
}

/** @param {string} root @param {string} folder @returns {Record<string, object>} */
function readPackage(root, folder) {
  return JSON.parse(fs.readFileSync(path.join(root, folder, "package.json"), "utf8"));
}

/** @param {string} root */
function refuseFullDisk(root) {
  const { bavail, bsize } = fs.statfsSync(root);
  const free = Math.floor((bavail * bsize) / 1024 / 1024);
  if (free >= NEEDED_MEGABYTES) return;
  throw new InstallRefusal(
    `Installing needs ${NEEDED_MEGABYTES} MB of free disk space and ${root} has ${free} MB: free some space and start again.`,
  );
}

/** @param {string} root @param {(line: string) => void} say */
async function takeInstallLock(root, say) {
  const file = path.join(root, ".balie/install.lock");
  fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  for (let told = false; ; ) {
    try {
      fs.writeFileSync(file, String(process.pid), { flag: "wx" });
      return file;
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
    }
    const holder = Number(readOrEmpty(file));
    if (holder > 0 && !isAlive(holder)) fs.rmSync(file, { force: true });
    else if (!told) {
      say(`Process ${holder} is installing the dependencies; waiting for it…`);
      told = true;
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** @param {string} root @param {(line: string) => void} say */
async function installDependencies(root, say) {
  const logFile = path.join(root, ".balie/log/npm-ci.log");
  fs.mkdirSync(path.dirname(logFile), { recursive: true, mode: 0o700 });
  say("Installing dependencies, about a minute…");
  const startedAt = Date.now();
  const beat = heartbeat(startedAt);
  // npm is told to take everything: NODE_ENV=production in the operator's shell would otherwise leave out the build tools.
  const args = ["ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund", "--prefer-offline"];
  try {
    const { status, output } = await runNpm(root, args);
    fs.writeFileSync(logFile, output);
    if (status !== 0) throw new InstallRefusal(npmFailureSentence(output, logFile));
  } finally {
    beat.stop();
  }
  say(`Dependencies installed in ${Math.round((Date.now() - startedAt) / 1000)} s.`);
}

/** @param {string} root @param {string[]} args @returns {Promise<{status: number, output: string}>} */
function runNpm(root, args) {
  const cli = process.env.npm_execpath;
  const byNode = cli?.endsWith("npm-cli.js") && fs.existsSync(cli) ? cli : undefined;
  return new Promise((resolve, reject) => {
    const npm = byNode
      ? spawn(process.execPath, [byNode, ...args], { cwd: root, stdio: ["ignore", "pipe", "pipe"] })
      : spawn("npm", args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    npm.stdout.on("data", (chunk) => (output += chunk));
    npm.stderr.on("data", (chunk) => (output += chunk));
    npm.on("error", () =>
      reject(new InstallRefusal("npm is missing: install it (on Debian: apt-get install npm) and start again.")),
    );
    npm.on("close", (status) => resolve({ status: status ?? 1, output }));
    for (const signal of /** @type {NodeJS.Signals[]} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
      process.once(signal, () => {
        npm.kill(signal);
        npm.once("close", () => process.exit(130));
      });
    }
  });
}

/** Shows that the installation lives: in place on a terminal, a line now and then elsewhere. @param {number} startedAt */
function heartbeat(startedAt) {
  const inPlace = process.stdout.isTTY;
  const timer = setInterval(
    () => {
      const line = `  … ${Math.round((Date.now() - startedAt) / 1000)} s`;
      process.stdout.write(inPlace ? `\r${line}` : `${line}\n`);
    },
    inPlace ? 1000 : 15_000,
  );
  return {
    stop() {
      clearInterval(timer);
      if (inPlace) process.stdout.write("\r\x1b[K");
    },
  };
}

/** @param {string} file */
function readOrEmpty(file) {
  try {
    return fs.readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}
