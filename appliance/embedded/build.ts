import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { Refusal } from "./refusal.ts";

interface Part {
  name: "backend" | "frontend";
  /** Script of the root package.json, and what to run where it is not there. */
  script: string;
  fallback: string;
  /** Whose files decide whether to build again. */
  sources: string[];
  outputs: string[];
}

const PARTS: Part[] = [
  {
    name: "backend",
    script: "build:backend",
    fallback: "tsc -b contract backend",
    sources: ["contract", "backend"],
    outputs: ["contract/dist", "backend/dist"],
  },
  {
    name: "frontend",
    script: "build:frontend",
    fallback: "vite build frontend",
    sources: ["contract", "frontend"],
    outputs: ["frontend/dist"],
  },
];
const NOT_SOURCES = new Set(["node_modules", "dist", "e2e", "coverage", "screenshots", ".balie"]);
const SHARED_FILES = ["package.json", "package-lock.json", "tsconfig.json", "tsconfig.base.json"];

export interface BuildOptions {
  root: string;
  say: (line: string) => void;
  signal?: AbortSignal;
}

/** Builds what changed since the last build in this checkout; both parts at once. */
export async function build(options: BuildOptions): Promise<void> {
  await Promise.all(PARTS.map((part) => buildPart(part, options)));
}

async function buildPart(part: Part, { root, say, signal }: BuildOptions): Promise<void> {
  const stampFile = path.join(root, ".balie", `build-stamp-${part.name}`);
  const stamp = sourceStamp(part, root);
  const isBuilt = part.outputs.every((folder) => fs.existsSync(path.join(root, folder)));
  if (isBuilt && readOrEmpty(stampFile) === stamp) return;

  const startedAt = Date.now();
  say(`Building the ${part.name}…`);
  fs.mkdirSync(path.dirname(stampFile), { recursive: true, mode: 0o700 });
  fs.rmSync(stampFile, { force: true });
  const { status, output } = await run(commandOf(part, root), root, signal);
  signal?.throwIfAborted();
  if (status !== 0) {
    if (/ENOSPC|no space left/i.test(output)) throw new Refusal("The disk is full: free some space and start again.");
    const tail = output.trimEnd().split("\n").slice(-25).join("\n");
    throw new Refusal(`The ${part.name} does not build: correct what follows and start again.\n${tail}`);
  }
  if (part.name === "backend") removeStaleOutput(root);
  fs.writeFileSync(stampFile, stamp);
  say(`Built the ${part.name} in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
}

/** Hash of all that a part is built from, so that a touched but unchanged file costs nothing. */
function sourceStamp(part: Part, root: string): string {
  const hash = createHash("sha256");
  const files = [...SHARED_FILES, ...part.sources.flatMap((folder) => sourceFiles(root, folder))];
  for (const file of files.sort()) {
    hash.update(`${file}\0`);
    hash.update(readOrEmpty(path.join(root, file)));
  }
  return hash.digest("hex");
}

function sourceFiles(root: string, folder: string): string[] {
  const full = path.join(root, folder);
  if (!fs.existsSync(full)) return [];
  return fs.readdirSync(full, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (NOT_SOURCES.has(entry.name) || /\.(test|story)\.tsx?$|\.tsbuildinfo$/.test(entry.name)) return [];
    return entry.isDirectory() ? sourceFiles(root, file) : [file];
  });
}

function commandOf({ script, fallback }: Part, root: string): string {
  const { scripts } = JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8"));
  return scripts?.[script] ?? fallback;
}

function run(command: string, root: string, signal?: AbortSignal): Promise<{ status: number; output: string }> {
  const bin = path.join(root, "node_modules/.bin");
  const PATH = [path.dirname(process.execPath), bin, process.env.PATH ?? ""].join(path.delimiter);
  return new Promise((resolve) => {
    const child = spawn("sh", ["-c", command], {
      cwd: root,
      env: { ...process.env, PATH, NODE_ENV: "production", NO_COLOR: "1" },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    const cancel = () => child.pid && process.kill(-child.pid, "SIGTERM");
    signal?.addEventListener("abort", cancel, { once: true });
    child.once("error", (error) => resolve({ status: 1, output: error.message }));
    child.once("close", (status) => {
      signal?.removeEventListener("abort", cancel);
      resolve({ status: status ?? 1, output });
    });
  });
}

/** The compiler leaves the output of deleted sources behind, which a folder of migrations would still load. */
function removeStaleOutput(root: string): void {
  for (const folder of ["contract", "backend"]) {
    const dist = path.join(root, folder, "dist");
    const files = fs.existsSync(dist) ? fs.readdirSync(dist, { recursive: true, encoding: "utf8" }) : [];
    for (const file of files) {
      const stem = /^(.+?)(\.d\.ts|\.js)(\.map)?$/.exec(file)?.[1];
      if (!stem || hasSource(path.join(root, folder), stem)) continue;
      fs.rmSync(path.join(dist, file));
    }
  }
}

function hasSource(folder: string, stem: string): boolean {
  const candidates = ["src", "."].flatMap((base) => [".ts", ".tsx"].map((end) => path.join(folder, base, stem + end)));
  return candidates.some((file) => fs.existsSync(file));
}

function readOrEmpty(file: string): string {
  try {
    return fs.readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
