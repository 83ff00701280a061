import fs from "node:fs";
import { expect } from "chai";
import { OperatorFolder } from "./test/operator-folder.ts";

/** Which files an upgrade that went back names as those of the version that runs. */
describe("the files of the release before", function () {
  this.timeout(30_000);
  let folder: OperatorFolder;
  beforeEach(() => {
    folder = new OperatorFolder();
  });
  afterEach(() => folder.remove());

  const git = async (...commands: string[]) => {
    const identity = "-c user.name=x -c user.email=x@example.org";
    for (const each of commands) {
      const { code, stderr } = await folder.shell(`git ${identity} ${each}`);
      expect(code, stderr).to.equal(0);
    }
  };
  const commitVersion = async (version: string) => {
    fs.writeFileSync(folder.file("package.json"), `{\n  "version": "${version}",\n}\n`);
    await git("add -A", `commit -q --allow-empty -m ${version}`);
  };
  const told = async (oldVersion: string, way = "build") => {
    const line = `ROOT=$PWD way=${way} old_version=${oldVersion}; . appliance/lib/say.sh; . appliance/lib/images.sh; . appliance/lib/go-back.sh`;
    return (await folder.shell(`${line}; step() { say "$*"; }; tell_files`)).stdout;
  };

  it("are those of its tag", async () => {
    await git("init -q");
    await commitVersion("1.0.0");
    await git("tag v1.0.0");
    await commitVersion("1.1.0");
    expect(await told("1.0.0")).to.include("git checkout v1.0.0, then docker compose up -d.");
  });
  it("without a tag are what the last git pull came from, if that was the version", async () => {
    await git("init -q -b main");
    await commitVersion("1.0.0");
    await git("checkout -q -b later");
    await commitVersion("1.1.0");
    await git("checkout -q main", "merge -q later");
    const commit = (await folder.shell("git rev-parse --short main@{1}")).stdout.trim();
    expect(await told("1.0.0")).to.include(`git checkout ${commit}, then`);
    expect(await told("0.9.0")).to.include("git checkout the commit that 0.9.0 came from, or unpack its archive, then");
  });
  it("that did not come from git are to be unpacked again", async () => {
    fs.writeFileSync(folder.file("package.json"), `{\n  "version": "1.1.0",\n}\n`);
    expect(await told("1.0.0", "load")).to.include("unpack its archive");
  });
  it("are no matter when the same files stayed, as when only images came", async () => {
    fs.writeFileSync(folder.file("package.json"), `{\n  "version": "1.0.0",\n}\n`);
    expect(await told("1.0.0", "load")).to.equal("");
  });
});
