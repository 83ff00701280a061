import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { expect } from "chai";

const root = resolve(import.meta.dirname, "../..");
const run = (file: string, args: string[], cwd: string) =>
  promisify(execFile)(file, args, { cwd, env: { PATH: process.env["PATH"] } }).then(
    ({ stdout, stderr }) => ({ code: 0, output: stdout + stderr }),
    (fault) => ({ code: fault.code as number, output: `${fault.stdout}${fault.stderr}` }),
  );

/** What the image holds: the compiled backend and contract beside the dependencies. */
describe("the compiled backend", function () {
  this.timeout(90_000);
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "balie-built-"));
    for (const part of ["contract", "backend"])
      await cp(join(root, part), join(folder, part), {
        recursive: true,
        filter: (path) => !/\/(dist|node_modules)$/.test(path),
      });
    for (const name of ["tsconfig.base.json", "package.json"]) await cp(join(root, name), join(folder, name));
    await linkDependencies(folder);
    const { code, output } = await run("npm", ["run", "build:backend"], folder);
    expect(code, output).to.equal(0);
    for (const part of ["contract", "backend"]) await rm(join(folder, part, "src"), { recursive: true });
  });
  after(() => rm(folder, { recursive: true, force: true }));

  for (const name of ["main", "worker", "migrate", "administer"])
    it(`${name}.js starts under plain Node without any source, and tells what settings it lacks without a stack`, async () => {
      const { code, output } = await run(process.execPath, [join(folder, `backend/dist/${name}.js`)], folder);
      expect(output).to.match(/^These settings are missing or wrong:\n( {2}[A-Z_]+: is missing\n)+$/);
      expect(code).to.equal(1);
    });
  it("holds no test", async () => {
    const files = await readdir(join(folder, "backend/dist"), { recursive: true });
    expect(files.filter((file) => file.includes(".test."))).to.deep.equal([]);
  });
});

/** As npm links them: ours by name, the others where they are. */
async function linkDependencies(folder: string) {
  await mkdir(join(folder, "node_modules/@balie"), { recursive: true });
  for (const name of await readdir(join(root, "node_modules")))
    if (name !== "@balie") await symlink(join(root, "node_modules", name), join(folder, "node_modules", name));
  await symlink(join(folder, "contract"), join(folder, "node_modules/@balie/contract"));
  await symlink(join(root, "backend/node_modules"), join(folder, "backend/node_modules"));
}
