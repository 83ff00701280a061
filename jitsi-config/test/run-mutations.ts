// Breaks one guard after the other in a copy of the modules, and demands that its test turns red: for that reason, and
// not because Prosody no longer starts. Run: node --import tsx jitsi-config/test/run-mutations.ts [parts of names]; GUARDS=2/3 takes the second third of them
import { spawn } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { partOf } from "../../appliance/embedded/part-of.ts";
import type { Mutation } from "./mutations/mutation.js";
import { mutations } from "./mutations.js";

const here = import.meta.dirname;
const modules = resolve(here, "../prosody-modules");
const mocha = resolve(here, "../../node_modules/mocha/bin/mocha.js");

interface MochaReport {
  passes: { fullTitle: string }[];
  failures: { fullTitle: string; err: { message: string } }[];
}

/** Runs the tests of these titles, or all. */
async function runTests(modulesDirectory: string, titles: string[] = []): Promise<MochaReport> {
  const literal = titles.map((title) => title.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const filter = titles.length === 0 ? [] : ["--grep", literal.join("|")];
  const args = ["--import", "tsx", mocha, "--exit", "--reporter", "json", ...filter, join(here, "*.test.ts")];
  const env = { ...process.env, COUNTER_MODULES_DIR: modulesDirectory };
  const child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "inherit"] });
  const chunks: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  await new Promise((done) => child.once("close", done));
  return JSON.parse(Buffer.concat(chunks).toString());
}

async function mutate(directory: string, { file, find, replace }: Mutation): Promise<void> {
  const path = join(directory, file);
  const source = await readFile(path, "utf8");
  if (source.split(find).length !== 2) throw new Error(`${file} must hold this text once: ${find}`);
  await writeFile(
    path,
    source.replace(find, () => replace),
  );
}

/** Undefined when the mutation was noticed as it should be, else what is wrong. */
async function complaintAbout(mutation: Mutation, soundTitles: string[]): Promise<string | undefined> {
  if (!soundTitles.some((title) => title.includes(mutation.test))) return "no unmutated test of this title passes";
  const directory = await mkdtemp(join(tmpdir(), "balie-mutation-"));
  try {
    await cp(modules, directory, { recursive: true });
    await mutate(directory, mutation);
    const { failures } = await runTests(directory, [mutation.test]);
    if (failures.length === 0) return "its test stays green";
    if (failures.some(({ fullTitle }) => fullTitle.includes(" hook for "))) return "Prosody did not run";
    return undefined;
  } catch (error) {
    return String(error);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

const parts = process.argv.slice(2);
const wanted = partOf(mutations, ({ name }) => name).filter(
  ({ name }) => parts.length === 0 || parts.some((part) => name.includes(part)),
);
if (wanted.length === 0) {
  console.error(`Nothing ran: no guard's name holds ${parts.join(" or ")}.`);
  process.exit(1);
}
const unmutated = await runTests(
  modules,
  parts.length === 0 && !process.env["GUARDS"] ? [] : wanted.map(({ test }) => test),
);
for (const { fullTitle, err } of unmutated.failures) console.log(`fails unmutated: ${fullTitle}: ${err.message}`);
const soundTitles = unmutated.passes.map(({ fullTitle }) => fullTitle);

let failed = unmutated.failures.length;
// Four at a time: each has a copy and a Prosody of its own, and mostly waits for what a broken guard never answers.
const queue = [...wanted];
const lane = async () => {
  for (let mutation = queue.shift(); mutation; mutation = queue.shift()) {
    const complaint = await complaintAbout(mutation, soundTitles);
    if (complaint) failed += 1;
    console.log(
      `${complaint ? "FAILED" : "ok"}  ${mutation.file}: ${mutation.name}${complaint ? `: ${complaint}` : ""}`,
    );
  }
};
await Promise.all([lane(), lane(), lane(), lane()]);
const passed = wanted.length + unmutated.failures.length - failed;
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
