import { spawn } from "node:child_process";
import { cp, mkdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { expect } from "chai";
import { mutations } from "../test/mutations.js";

const root = resolve(import.meta.dirname, "../..");
const copy = join(root, ".balie", "mutants");

describe("each guard's test turns red when the guard is taken away", function () {
  this.timeout(60_000);

  before(async () => {
    await rm(copy, { recursive: true, force: true });
    await mkdir(copy, { recursive: true });
    await cp(join(root, "backend"), join(copy, "backend"), {
      recursive: true,
      filter: (path) => !/\/(dist|node_modules)$/.test(path),
    });
    for (const name of ["tsconfig.json", "tsconfig.base.json"]) await cp(join(root, name), join(copy, name));
    for (const name of ["contract", "appliance", "docs"]) await symlink(join(root, name), join(copy, name));
  });
  after(() => rm(copy, { recursive: true, force: true }));

  for (const { guard, file, find, replace, test, grep } of mutations) {
    it(guard, async () => {
      const path = join(copy, file);
      const source = await readFile(path, "utf8");
      const changed = source.replace(spaced(find), () => replace);
      expect(changed, `the mutation no longer finds its place in ${file}`).to.not.equal(source);
      await writeFile(path, changed);
      const { failing, passing } = await run(test, grep).finally(() => writeFile(path, source));
      expect(failing, `no test turned red (${passing} passed)`).to.be.greaterThan(0);
    });
  }
});

/** The text to find, whatever the formatter made of its white space. */
const spaced = (text: string) =>
  new RegExp(
    text
      .trim()
      .split(/\s+/)
      .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
      .join("\\s+"),
  );

function run(test: string, grep: string): Promise<{ failing: number; passing: number }> {
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
    const child = spawn(process.execPath, args, { cwd: copy, stdio: ["ignore", "pipe", "pipe"] });
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
