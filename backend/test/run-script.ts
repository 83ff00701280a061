import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import path from "node:path";
import type { TestApp } from "./app.js";

const source = path.join(import.meta.dirname, "../src");

/** A composition root as a process of its own, straight from the source. */
export const spawnScript = (
  name: string,
  args: string[],
  env: NodeJS.ProcessEnv,
  stdio: SpawnOptions["stdio"] = ["ignore", "pipe", "pipe"],
): ChildProcess =>
  spawn(process.execPath, ["--import", "tsx", "--conditions=source", path.join(source, `${name}.ts`), ...args], {
    env: { ...process.env, ...env, TSX_TSCONFIG_PATH: path.join(source, "../tsconfig.json") },
    stdio,
  });

/** Runs it to its end. */
export function runScript(
  name: string,
  args: string[],
  env: NodeJS.ProcessEnv,
): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawnScript(name, args, env);
  const texts = { out: "", err: "" };
  child.stdout!.on("data", (part) => (texts.out += part));
  child.stderr!.on("data", (part) => (texts.err += part));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, ...texts }));
  });
}

/** A process's environment that says the same as these settings. */
export const environmentOf = (config: TestApp["config"]): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(config)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, typeof value === "boolean" ? String(Number(value)) : String(value)]),
  );
