import { execFile } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

export interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
}

/** No Docker here, whatever this machine has: nothing of the appliance runs. */
export const NO_DOCKER = { DOCKER_HOST: "unix:///nowhere/docker.sock" };

/** A folder as an operator has it after unpacking, for the commands that work on the folder they lie in. */
export class OperatorFolder {
  readonly path = fs.mkdtempSync(path.join(os.tmpdir(), "balie-operator-"));

  constructor() {
    for (const name of ["configure", "doctor", "backup", "restore", "upgrade", "save-images", "lib"]) {
      const from = path.join(ROOT, "appliance", name);
      if (fs.existsSync(from)) fs.cpSync(from, path.join(this.path, "appliance", name), { recursive: true });
    }
    for (const name of [".env.example", "package.json"])
      fs.copyFileSync(path.join(ROOT, name), path.join(this.path, name));
  }

  remove() {
    fs.rmSync(this.path, { recursive: true, force: true });
  }

  file = (name: string) => path.join(this.path, name);
  read = (name: string) => fs.readFileSync(this.file(name), "utf8");
  mode = (name: string) => (fs.statSync(this.file(name)).mode & 0o777).toString(8);

  /** Every file's content and time of change, to see that nothing moved. */
  snapshot() {
    const names = fs.readdirSync(this.path, { recursive: true, encoding: "utf8" });
    const files = names.filter((name) => fs.statSync(this.file(name)).isFile() && !name.endsWith(".operator.lock"));
    return Object.fromEntries(files.map((name) => [name, [this.read(name), fs.statSync(this.file(name)).mtimeMs]]));
  }

  /** Runs one of the commands without a terminal; `env` may take Docker away or put another one first. */
  run(command: string, args: string[] = [], env: NodeJS.ProcessEnv = {}): Promise<Outcome> {
    return this.shell([path.join("appliance", command), ...args].map(quoted).join(" "), env);
  }

  shell(line: string, env: NodeJS.ProcessEnv = {}): Promise<Outcome> {
    return new Promise((resolve) => {
      const options = { cwd: this.path, env: { ...process.env, ...env }, maxBuffer: 64 * 1024 * 1024 };
      const child = execFile("bash", ["-c", line], options, (error, stdout, stderr) =>
        resolve({ code: error ? Number(error.code ?? 1) : 0, stdout, stderr }),
      );
      child.stdin?.end();
    });
  }
}

const quoted = (word: string) => `'${word.replaceAll("'", "'\\''")}'`;
