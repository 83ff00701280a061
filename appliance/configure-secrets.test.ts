import fs from "node:fs";
import { expect } from "chai";
import { ANSWERS, flags, startConfiguring } from "./test/configuring.ts";
import type { OperatorFolder } from "./test/operator-folder.ts";

describe("configure", function () {
  this.timeout(30_000);
  const { begun, configure, first, setting, refused } = startConfiguring();
  let folder: OperatorFolder;
  beforeEach(() => {
    folder = begun();
  });

  describe("secrets stay secret", () => {
    it("--show prints every setting, and of secrets only whether they are set", async () => {
      await first({
        "mail-server": "smtps://user:gEheim9@mail.be:465",
        "sip-uri": "a@b.be",
        "sip-password": "sipGeheim1",
      });
      const { stdout } = await configure(["--show"]);
      expect(stdout)
        .to.include("BALIE_DOMAIN: balie.voorbeeldegem.be")
        .and.include("Mail server: smtps://user:…@mail.be:465");
      expect(stdout).to.include("JITSI_APP_SECRET: set").and.include("SIP_PASSWORD: set");
      for (const secret of ["gEheim9", "sipGeheim1", setting("TURN_CREDENTIALS")!, folder.read("secrets/app_secret")])
        expect(stdout).to.not.include(secret);
    });
    it("no output and no program's command line holds one", async () => {
      await first();
      const programs =
        "openssl tr cat sed stat cmp mkdir chmod mv rm sync find sort awk getent flock dirname readlink docker ip";
      fs.mkdirSync(folder.file("bin"));
      for (const name of programs.split(" ")) {
        const script = `#!/bin/bash\necho "${name} $*" >>'${folder.file("said")}'\nPATH=\${PATH#*:} exec ${name} "$@"\n`;
        fs.writeFileSync(folder.file(`bin/${name}`), script, { mode: 0o755 });
      }
      const { stdout, stderr } = await configure(["--rotate"], { PATH: `${folder.file("bin")}:${process.env.PATH}` });
      const said = folder.read("said");
      expect(said).to.include("openssl rand");
      for (const name of fs.readdirSync(folder.file("secrets")))
        for (const secret of folder.read(`secrets/${name}`).trim().split("\n"))
          expect(stdout + stderr + said).to.not.include(secret);
      for (const name of ["JICOFO_AUTH_PASSWORD", "JVB_AUTH_PASSWORD", "JIGASI_XMPP_PASSWORD"])
        expect(stdout + stderr + said, name).to.not.include(setting(name)!);
    });
    it("--mail-server-file reads the address from a file", async () => {
      fs.writeFileSync(folder.file("mail"), "smtps://user:geheim@mail.be:465\n");
      const { "mail-server": _, ...others } = ANSWERS;
      expect((await configure([...flags(others), "--mail-server-file", "mail"])).code).to.equal(0);
      expect(folder.read("secrets/smtp_url")).to.equal("smtps://user:geheim@mail.be:465");
      expect(await refused(["--mail-server-file", "gone"])).to.include('"gone" cannot be read');
    });
  });

  describe("--rotate", () => {
    it("leaves our own PostgreSQL's password as it is while another one is used, for the day of going back", async () => {
      await first({ "database-url": "postgres://balie:geheim@db.voorbeeldegem.be/balie" });
      const [kept, other] = [folder.read("secrets/postgres_password"), folder.read("secrets/metrics_token")];
      const { stdout } = await configure(["--rotate"]);
      expect(stdout).to.include("Renewed: app_secret").and.not.include("postgres_password");
      expect(folder.read("secrets/postgres_password")).to.equal(kept);
      expect(folder.read("secrets/metrics_token")).to.not.equal(other);
      expect(await refused(["--rotate", "postgres_password"])).to.include("which is not used now");
    });
    it("before anything runs renews every secret, and the rest stays", async () => {
      await first();
      const before = folder.snapshot();
      const { code, stderr } = await configure(["--rotate"]);
      expect(code, stderr).to.equal(0);
      const secret = /^(JITSI_APP_SECRET|COUNTER_CONTROL_SECRET|\w+_PASSWORD|TURN_CREDENTIALS)=.+$/gm;
      expect(folder.read(".env").replace(secret, "$1")).to.equal(String(before[".env"]![0]).replace(secret, "$1"));
      const lines = (text: string) => [...text.matchAll(secret)].map(([line]) => line);
      expect(lines(folder.read(".env"))).to.have.length(6);
      for (const line of lines(folder.read(".env"))) expect(before[".env"]![0]).to.not.include(line);
      for (const name of fs.readdirSync(folder.file("secrets")).filter((name) => !/smtp|earlier/.test(name)))
        expect(folder.read(`secrets/${name}`), name).to.not.equal(before[`secrets/${name}`]![0]);
      expect(folder.read("secrets/smtp_url")).to.equal(ANSWERS["mail-server"]);
      expect(folder.read("secrets/jitsi_app_secret")).to.equal(setting("JITSI_APP_SECRET"));
    });
    it("of one secret leaves the others", async () => {
      await first();
      const before = folder.snapshot();
      await configure(["--rotate", "turn_credentials"]);
      const changed = Object.entries(folder.snapshot()).filter(
        ([name, [text]]: [string, unknown[]]) => text !== before[name]?.[0],
      );
      expect(changed.map(([name]) => name)).to.deep.equal([".env", "secrets/turn_credentials"]);
    });
    it("of the backups' passphrase keeps the earlier ones, for the earlier archives", async () => {
      await first();
      const one = folder.read("secrets/backup_passphrase");
      await configure(["--rotate", "backup_passphrase"]);
      const two = folder.read("secrets/backup_passphrase");
      await configure(["--rotate", "backup_passphrase"]);
      expect(folder.read("secrets/backup_passphrase_earlier").trim().split("\n")).to.deep.equal([two, one]);
    });
    it("of something that is no secret is refused with the names that are", async () => {
      await first();
      const { code, stderr } = await configure(["--rotate", "password"]);
      expect([code, stderr.includes("jvb_auth_password")]).to.deep.equal([2, true]);
    });
  });
});
