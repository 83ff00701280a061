// The doctor in the lab's installation, and how a fault is planted for it.
import path from "node:path";
import { command } from "../support/command.ts";
import { compose, FOLDER } from "../support/site.ts";

export interface Finding {
  check: string;
  state: string;
  seen: string;
  mend: string;
}

export interface Fault {
  title: string;
  plant: () => unknown;
  /** As it was. */
  mend: () => unknown;
  /** The checks that find it, what each sees and says to do. */
  found: { check: string; seen: RegExp; advice: RegExp }[];
}

export const settingsFile = path.join(FOLDER, ".env");
export const secretFile = (name: string): string => path.join(FOLDER, "secrets", name);

export async function examine(only: string, mail: string[] = [], env: NodeJS.ProcessEnv = {}): Promise<Finding[]> {
  const script = `appliance/doctor --json --only ${only} ${mail.join(" ")} || [ $? = 1 ]`;
  const printed = await command("bash", ["-c", script], { cwd: FOLDER, env });
  return printed
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}

/** One check tells of each container, each port, each disk. */
export const nameOf = (check: string): string =>
  check
    .replace(/^container:.*/, "containers")
    .replace(/^port:.*/, "ports")
    .replace(/^disk:.*/, "disk");

export const stop = (service: string) => () => compose(["stop", service]);
export const up = (service: string) => () => compose(["up", "-d", "--wait", service]);

/** Starts one service anew with other settings than .env has, as if they had been changed on one side alone. */
export const upWith = (service: string, env: NodeJS.ProcessEnv) => () =>
  compose(["up", "-d", "--wait", "--no-deps", service], { env });
