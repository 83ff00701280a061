import { spawn } from "node:child_process";
import { cp, mkdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { expect } from "chai";
import { partOf } from "../../appliance/embedded/part-of.ts";
import { type Mutation, placeOf } from "../test/mutations/mutation.js";
import { mutations } from "../test/mutations.js";

const root = resolve(import.meta.dirname, "../..");
const folder = join(root, ".balie", "mutants");
/** Most of a run is compiling what no guard changes. */
const compiled = join(folder, "compiled");
/** What the tests read beside the backend, and nothing changes. */
const linked = ["contract", "appliance", "docs", "frontend", "jitsi-config"];
const heading = "each guard's test turns red when the guard is taken away";
/** Mocha tells no hook which tests it was asked for, and each guard takes seconds: the others are not taken away. */
const chosen = partOf(mutations, ({ guard }) => guard).filter(({ guard }) =>
  new RegExp(askedFor()).test(`${heading} ${guard}`),
);

describe(heading, function () {
  this.timeout(300_000);
  const outcomes = new Map<Mutation, Promise<void>>();

  before(async () => {
    await rm(folder, { recursive: true, force: true });
    // Two lanes at once, each in a copy of its own: a run is mostly the start of one process.
    for (const lane of [0, 1].slice(0, chosen.length)) {
      const copy = join(folder, String(lane));
      let before = copied(copy);
      for (const mutation of chosen.filter((_, index) => index % 2 === lane)) {
        const outcome = before.then(() => judge(mutation, copy));
        outcomes.set(mutation, outcome);
        // Its own test hears of a failure; the next one of its lane goes on.
        before = outcome.catch(() => undefined);
      }
    }
  });
  after(() => rm(folder, { recursive: true, force: true }));

  for (const mutation of chosen) it(mutation.guard, () => outcomes.get(mutation));
});

function askedFor(): string {
  const { values } = parseArgs({ options: { grep: { type: "string", short: "g" } }, strict: false });
  return String(values.grep ?? "");
}

async function copied(copy: string): Promise<void> {
  await mkdir(copy, { recursive: true });
  await cp(join(root, "backend"), join(copy, "backend"), {
    recursive: true,
    filter: (path) => !/\/(dist|node_modules)$/.test(path),
  });
  for (const name of ["tsconfig.json", "tsconfig.base.json"]) await cp(join(root, name), join(copy, name));
  for (const name of linked) await symlink(join(root, name), join(copy, name));
}

async function judge({ file, find, replace, test, grep }: Mutation, copy: string): Promise<void> {
  const path = join(copy, file);
  const source = await readFile(path, "utf8");
  const changed = source.replace(placeOf(find), () => replace);
  expect(changed, `the mutation no longer finds its place in ${file}`).to.not.equal(source);
  await writeFile(path, changed);
  const { failing, passing } = await run(copy, test, grep).finally(() => writeFile(path, source));
  expect(failing, `no test turned red (${passing} passed)`).to.be.greaterThan(0);
}

function run(copy: string, test: string, grep: string): Promise<{ failing: number; passing: number }> {
  const mocha = join(root, "node_modules/mocha/bin/mocha.js");
  const args = [
    "--import",
    "tsx",
    "--conditions=source",
    mocha,
    "--reporter",
    "json",
    "--timeout",
    "20000",
    "--grep",
    grep,
    test,
  ];
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, args, {
      cwd: copy,
      env: { ...process.env, NODE_COMPILE_CACHE: compiled },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    child.stdout.on("data", (part) => {
      output += part;
    });
    child.on("error", fail);
    child.on("close", () => {
      try {
        const { stats } = JSON.parse(output.slice(output.indexOf("{\n")));
        done({ failing: stats.failures, passing: stats.passes });
      } catch {
        fail(new Error(`the mutated source did not run: ${output.slice(0, 400)}`));
      }
    });
  });
}
