import { execFile } from "node:child_process";

export interface CommandOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  input?: string;
}

/** Runs a program and answers what it printed; rejects with its own words when it fails. */
export function command(program: string, args: string[], options: CommandOptions = {}): Promise<string> {
  const { cwd, input } = options;
  const env = { ...process.env, ...options.env };
  return new Promise((resolve, reject) => {
    const child = execFile(program, args, { cwd, env, maxBuffer: 64 * 1024 * 1024 }, (error, out, err) => {
      if (error) reject(new Error(`${program} ${args.slice(0, 4).join(" ")} failed:\n${(out + err).slice(-3000)}`));
      else resolve(out);
    });
    // A program that ends before it reads has its say by its exit status.
    child.stdin?.on("error", () => undefined);
    child.stdin?.end(input ?? "");
  });
}
