// The operator's commands in the lab's installation, and what they must not leave behind.
import { execFile } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { command } from "./command.ts";
import { compose, FOLDER, LAB } from "./site.ts";

export const BACKUPS = path.join(LAB, "backups");

export interface Outcome {
  code: number;
  out: string;
  err: string;
}

/** Runs one of the operator's commands, in the lab's installation or another folder; a refusal is an outcome too. */
export function operate(
  name: string,
  args: string[] = [],
  env: NodeJS.ProcessEnv = {},
  folder = FOLDER,
): Promise<Outcome> {
  return new Promise((resolve) => {
    const options = { cwd: folder, env: { ...process.env, ...env }, maxBuffer: 64 * 1024 * 1024 };
    const child = execFile(path.join(folder, "appliance", name), args, options, (error, out, err) =>
      resolve({ code: error ? Number(error.code ?? 1) : 0, out, err }),
    );
    child.stdin?.end();
  });
}

export async function succeed(name: string, args: string[] = [], env: NodeJS.ProcessEnv = {}): Promise<string> {
  const { code, out, err } = await operate(name, args, env);
  if (code !== 0) throw new Error(`${name} ${args.join(" ")} ended with ${code}:\n${out}${err}`);
  return out;
}

/** Makes a backup and answers its path. */
export async function backUp(): Promise<string> {
  const out = await succeed("backup");
  const archive = /^(\/\S+\.archive(?:\.age)?) \(/m.exec(out)?.[1];
  if (!archive) throw new Error(`no archive in: ${out}`);
  return archive;
}

export const sql = async (statement: string): Promise<string> =>
  (
    await compose(["exec", "-T", "postgres", "psql", "-qAtX", "-U", "balie", "-d", "balie"], { input: statement })
  ).trim();

/** Rows per table of ours; what changes by itself (jobs, rate limits) left out. */
export const rows = (): Promise<string> =>
  sql(`select format('select %L || count(*) from %I', relname || ' ', relname) from pg_class
    where relkind = 'r' and relnamespace = 'public'::regnamespace and relname !~ 'rate|bull|job|occupant|outbox' order by 1 \\gexec`);

/** Everything Docker holds, by name: a drill must leave none of its own. */
export async function holdings(): Promise<string[]> {
  const lists = await Promise.all([
    command("docker", ["ps", "-a", "--format", "container {{.Names}}"]),
    command("docker", ["volume", "ls", "--format", "volume {{.Name}}"]),
    command("docker", ["network", "ls", "--format", "network {{.Name}}"]),
  ]);
  return lists.join("").trim().split("\n").sort();
}

export const filesIn = (folder: string): string[] => (fs.existsSync(folder) ? fs.readdirSync(folder).sort() : []);

export const leftovers = (): string[] =>
  [...filesIn("/var/tmp"), ...filesIn(BACKUPS), ...filesIn(FOLDER)].filter((name) =>
    /^balie\.|\.part|\.mac$|\.new$/.test(name),
  );
