import fs from "node:fs";
import { expect } from "chai";
import { NO_DOCKER, OperatorFolder } from "./test/operator-folder.ts";

const COMMANDS = ["configure", "backup", "restore", "upgrade", "save-images"];

describe("the operator's commands", function () {
  this.timeout(30_000);
  let folder: OperatorFolder;
  before(async () => {
    folder = new OperatorFolder();
    const answers = "--domain balie.be --mail-server smtp://mail.be --admin-email a@b.be --public-ip 203.0.113.1";
    await folder.run("configure", ["--non-interactive", ...answers.split(" ")], NO_DOCKER);
  });
  after(() => folder.remove());

  for (const name of COMMANDS) {
    it(`${name} --help says what it does and what its exit status means`, async () => {
      const { code, stdout } = await folder.run(name, ["--help"], NO_DOCKER);
      expect(code).to.equal(0);
      expect(stdout).to.include(`appliance/${name}`).and.include("Exit status:").and.not.include("#!/");
    });
    it(`${name} refuses a flag it does not know, with exit status 2 and where to read more`, async () => {
      const { code, stderr } = await folder.run(name, ["--colour"], NO_DOCKER);
      expect([code, stderr.includes(`See ${name} --help.`)]).to.deep.equal([2, true]);
    });
  }

  const withoutEngine: [name: string, args: string[]][] = [
    ["backup", []],
    ["restore", ["x.archive"]],
    ["restore", ["--drill"]],
    ["upgrade", ["--build"]],
    ["save-images", ["x"]],
  ];
  for (const [name, args] of withoutEngine) {
    it(`${name} ${args.join(" ")} without Docker is one sentence, and changes nothing`, async () => {
      const before = folder.snapshot();
      const { code, stdout, stderr } = await folder.run(name, args, NO_DOCKER);
      expect([code, stdout]).to.deep.equal([1, ""]);
      expect(stderr).to.match(/^Docker [^\n]+\n$/);
      expect(folder.snapshot()).to.deep.equal(before);
    });
  }

  it("restore into another database wants its address whole, before it looks at anything", async () => {
    fs.writeFileSync(folder.file("address"), "postgres://db.voorbeeldegem.be");
    const refusals: [word: string, args: string[]][] = [
      ["needs postgres://user:password@host:5432/name", ["--database-url", "mysql://u:p@db/balie"]],
      ["needs postgres://user:password@host:5432/name", ["--database-url-file", "address"]],
      ["The file nowhere cannot be read.", ["--database-url-file", "nowhere"]],
    ];
    for (const [word, args] of refusals) {
      const { code, stderr } = await folder.run("restore", ["x.archive", ...args], NO_DOCKER);
      expect([code, stderr.includes(word)], stderr).to.deep.equal([1, true]);
    }
  });
  it("are found by a link from elsewhere", async () => {
    fs.symlinkSync(folder.file("appliance/configure"), folder.file("configure-link"));
    const { code, stdout } = await folder.shell('cd /; "$OLDPWD"/configure-link --show', NO_DOCKER);
    expect([code, stdout.includes("BALIE_DOMAIN: balie.be")]).to.deep.equal([0, true]);
  });
  it("backup --schedule prints a systemd timer and a cron line that call it here", async () => {
    const { stdout } = await folder.run("backup", ["--schedule"], NO_DOCKER);
    expect(stdout).to.include(`ExecStart=${folder.path}/appliance/backup`).and.include("Persistent=true");
    expect(stdout).to.match(/^15 3 \* \* \* root .*\/appliance\/backup$/m);
  });
  it("backup, upgrade and save-images before configure say to run it", async () => {
    const bare = new OperatorFolder();
    try {
      expect((await bare.run("backup", [], NO_DOCKER)).stderr).to.equal(
        "There are no settings yet: run appliance/configure.\n",
      );
      // These two want an engine first: one that says yes to everything.
      fs.mkdirSync(bare.file("bin"));
      fs.writeFileSync(bare.file("bin/docker"), "#!/bin/sh\nexit 0\n", { mode: 0o755 });
      const PATH = `${bare.file("bin")}:${process.env.PATH}`;
      for (const [name, args] of [
        ["upgrade", ["--build"]],
        ["save-images", ["x"]],
      ] as [string, string[]][]) {
        const { code, stderr } = await bare.run(name, args, { PATH });
        expect([code, stderr], name).to.deep.equal([1, "There are no settings yet: run appliance/configure.\n"]);
      }
    } finally {
      bare.remove();
    }
  });
});
