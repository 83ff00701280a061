import fs from "node:fs";
import { expect } from "chai";
import { ANSWERS, flags, startConfiguring } from "./test/configuring.ts";
import { NO_DOCKER, type OperatorFolder } from "./test/operator-folder.ts";

describe("configure", function () {
  this.timeout(30_000);
  const { begun, configure, first, setting, refused } = startConfiguring();
  let folder: OperatorFolder;
  beforeEach(() => {
    folder = begun();
  });

  describe("the first time", () => {
    it("writes .env and the secrets for their reader alone, and says what comes next", async () => {
      const { stdout } = await first();
      expect(folder.mode(".env")).to.equal("600");
      expect(folder.mode("secrets")).to.equal("700");
      expect(folder.mode(".backup")).to.equal("755");
      for (const name of fs.readdirSync(folder.file("secrets"))) expect(folder.mode(`secrets/${name}`)).to.equal("444");
      expect(stdout).to.include("docker compose up -d").and.include("backend/dist/administer.js");
      expect(stdout).to.include("Keep a copy of secrets/backup_passphrase");
    });
    it("has a line for every name of .env.example and none else", async () => {
      await first();
      const names = (text: string) => [...text.matchAll(/^([A-Z][A-Z0-9_]*)=/gm)].map(([, name]) => name);
      expect(names(folder.read(".env"))).to.deep.equal(names(folder.read(".env.example")));
    });
    it("makes every secret of 48 letters and digits, each another", async () => {
      await first();
      const inEnv = ["JITSI_APP_SECRET", "COUNTER_CONTROL_SECRET", "JICOFO_AUTH_PASSWORD", "JVB_AUTH_PASSWORD"];
      const inFiles = [
        ...["postgres_password", "app_secret", "metrics_token", "dial_in_secret"],
        ...["backup_passphrase", "grafana_password"],
      ];
      const secrets = [
        ...[...inEnv, "JIGASI_XMPP_PASSWORD", "TURN_CREDENTIALS"].map((name) => setting(name)!),
        ...inFiles.map((name) => folder.read(`secrets/${name}`)),
      ];
      for (const secret of secrets) expect(secret).to.match(/^[A-Za-z0-9]{48}$/);
      expect(new Set(secrets).size).to.equal(secrets.length);
      expect(folder.read("secrets/jitsi_app_secret")).to.equal(setting("JITSI_APP_SECRET"));
      expect(folder.read("secrets/counter_control_secret")).to.equal(setting("COUNTER_CONTROL_SECRET"));
      expect(folder.read("secrets/turn_credentials")).to.equal(setting("TURN_CREDENTIALS"));
      expect(folder.read("secrets/database_url")).to.equal(
        `postgres://balie:${folder.read("secrets/postgres_password")}@postgres:5432/balie`,
      );
    });
    it("has sensible answers for what was not said", async () => {
      await first();
      const said = ["TURN_DOMAIN", "TLS_MODE", "ACME_EMAIL", "MAIL_FROM", "COMPOSE_PROFILES", "BACKUP_KEEP"].map(
        setting,
      );
      expect(said).to.deep.equal([
        "turn.balie.voorbeeldegem.be",
        "letsencrypt",
        "ict@voorbeeldegem.be",
        "'Gemeente Voorbeeldegem <balie@voorbeeldegem.be>'",
        "database",
        "14d8w",
      ]);
    });
    it("guesses a sender also for a name of two parts", async () => {
      await first({ domain: "voorbeeldegem.be" });
      expect(setting("MAIL_FROM")).to.equal("'Gemeente Voorbeeldegem <balie@voorbeeldegem.be>'");
    });
    it("without the answers that nobody can guess names each of them, and writes nothing", async () => {
      const stderr = await refused([]);
      for (const flag of ["--domain", "--mail-server", "--admin-email"])
        expect(stderr).to.include(`${flag} is missing`);
      expect(fs.existsSync(folder.file(".env"))).to.equal(false);
      expect(fs.existsSync(folder.file("secrets"))).to.equal(false);
    });
  });

  describe("again", () => {
    it("with the same answers changes nothing, byte for byte", async () => {
      await first();
      const before = folder.snapshot();
      const { code, stdout } = await configure(flags(ANSWERS));
      expect([code, stdout]).to.deep.equal([0, "Nothing changed: the settings are as you say already.\n"]);
      expect(folder.snapshot()).to.deep.equal(before);
    });
    it("with one answer changes that line alone", async () => {
      await first();
      const before = folder.snapshot();
      await configure(["--phone", "+32 9 123 45 67"]);
      const after = folder.snapshot();
      expect(folder.read(".env")).to.equal(
        String(before[".env"]![0]).replace("MUNICIPALITY_PHONE=", "MUNICIPALITY_PHONE='+32 9 123 45 67'"),
      );
      expect({ ...after, ".env": 0 }).to.deep.equal({ ...before, ".env": 0 });
    });
    it("with an empty answer takes it away", async () => {
      await first({ phone: "09 123 45 67" });
      await configure(["--phone", ""]);
      expect(setting("MUNICIPALITY_PHONE")).to.equal("");
    });
    it("keeps lines, comments and quotes that the operator wrote", async () => {
      await first();
      const own = `${folder.read(".env").replace("PUBLIC_IPV6=", '# our line\nPUBLIC_IPV6="2001:db8::10" # by hand')}\n# a note\nCOMPOSE_FILE=docker-compose.yml:own.yml\n`;
      fs.writeFileSync(folder.file(".env"), own);
      expect((await configure(["--mail-from", "balie@voorbeeldegem.be"])).code).to.equal(0);
      expect(folder.read(".env")).to.equal(own.replace(/^MAIL_FROM=.*/m, "MAIL_FROM=balie@voorbeeldegem.be"));
    });
    it("adds the lines that a newer version brings, and keeps the rest", async () => {
      await first();
      const old = folder.read(".env").replace(/^BACKUP_AGE_RECIPIENT=.*\n/m, "");
      fs.writeFileSync(folder.file(".env"), old);
      await configure();
      expect(folder.read(".env")).to.equal(`${old}BACKUP_AGE_RECIPIENT=\n`);
    });
    it("makes a secret that was lost, and keeps the others", async () => {
      await first();
      const kept = folder.read("secrets/app_secret");
      fs.rmSync(folder.file("secrets/metrics_token"));
      await configure();
      expect(folder.read("secrets/metrics_token")).to.match(/^[A-Za-z0-9]{48}$/);
      expect(folder.read("secrets/app_secret")).to.equal(kept);
    });
    it("with another domain lets the second name follow, unless it was chosen", async () => {
      await first();
      await configure(["--domain", "loket.voorbeeldegem.be"]);
      expect(setting("TURN_DOMAIN")).to.equal("turn.loket.voorbeeldegem.be");
      await configure(["--turn-domain", "turn.voorbeeldegem.be"]);
      await configure(["--domain", "balie.voorbeeldegem.be"]);
      expect(setting("TURN_DOMAIN")).to.equal("turn.voorbeeldegem.be");
    });
    it("takes the addresses of further video bridges, and takes them away again", async () => {
      await first();
      await configure(["--bridge-addresses", "203.0.113.11,2001:db8::11"]);
      expect(setting("BRIDGE_ADDRESSES")).to.equal("203.0.113.11,2001:db8::11");
      expect((await configure(["--bridge-addresses", "203.0.113.11,2001:db8::11"])).stdout).to.include(
        "Nothing changed",
      );
      await configure(["--bridge-addresses", ""]);
      expect(setting("BRIDGE_ADDRESSES")).to.equal("");
    });
    it("puts the permissions right", async () => {
      await first();
      fs.chmodSync(folder.file(".env"), 0o644);
      fs.chmodSync(folder.file("secrets"), 0o755);
      await configure();
      expect([folder.mode(".env"), folder.mode("secrets")]).to.deep.equal(["600", "700"]);
    });
    it("finishes a change that broke off between two files, and forgets one that broke off before", async () => {
      await first();
      const staged = folder.file(".configure.new/files/secrets");
      fs.mkdirSync(staged, { recursive: true });
      fs.writeFileSync(`${staged}/metrics_token`, "n".repeat(48));
      await configure();
      expect(folder.read("secrets/metrics_token")).to.not.include("nnn");
      fs.mkdirSync(staged, { recursive: true });
      fs.writeFileSync(`${staged}/metrics_token`, "n".repeat(48));
      fs.writeFileSync(folder.file(".configure.new/complete"), "");
      await configure();
      expect(folder.read("secrets/metrics_token")).to.equal("n".repeat(48));
      expect(fs.existsSync(folder.file(".configure.new"))).to.equal(false);
    });
    it("refuses while another command of the operator is at work", async () => {
      await first();
      const { code, stderr } = await folder.shell(
        "exec 8>.operator.lock; flock 8; appliance/configure --non-interactive",
      );
      expect([code, stderr]).to.deep.equal([
        1,
        "Another operator command (configure, backup, restore or upgrade) is at work: wait until it has ended.\n",
      ]);
    });
  });

  describe("parts that may be there", () => {
    it("a SIP account, monitoring and an own database become profiles, and other profiles stay", async () => {
      await first({ "sip-uri": "sip:3291234567@sip.example.be", "sip-password": "abc123", monitoring: "on" });
      expect(setting("COMPOSE_PROFILES")).to.equal("database,monitoring,phone");
      expect(["SIP_URI", "SIP_SERVER", "SIP_PORT", "SIP_TRANSPORT"].map(setting)).to.deep.equal([
        "3291234567@sip.example.be",
        "sip.example.be",
        "5060",
        "UDP",
      ]);
      fs.writeFileSync(folder.file(".env"), folder.read(".env").replace("COMPOSE_PROFILES=", "COMPOSE_PROFILES=own,"));
      const url = "postgres://balie:geheim@db.voorbeeldegem.be/balie?sslmode=require";
      await configure(["--sip-uri", "", "--monitoring", "off", "--database-url", url]);
      expect(setting("COMPOSE_PROFILES")).to.equal("own");
      expect(folder.read("secrets/database_url")).to.equal(url);
      await configure(["--database-url", ""]);
      expect(setting("COMPOSE_PROFILES")).to.equal("database,own");
      expect(folder.read("secrets/database_url")).to.include("@postgres:5432/balie");
    });
    it("a number to dial in is one, and a new secret of its voice menu is told where there is a number alone", async () => {
      await first({ "sip-uri": "sip:3291234567@sip.example.be", "sip-password": "abc123" });
      const rotate = async () => (await configure(["--rotate", "dial_in_secret"])).stdout;
      expect(await rotate()).to.not.include("voice menu");
      expect(await refused(["--dial-in-number", "09 LOKET"])).to.include("needs a telephone number");
      await configure(["--dial-in-number", "+32 9 123 45 67"]);
      expect(setting("DIAL_IN_NUMBER")).to.equal("'+32 9 123 45 67'");
      expect(await rotate()).to.include("The voice menu needs the new secrets/dial_in_secret.");
    });
    it("an own certificate is asked for until it lies there", async () => {
      const { stdout } = await first({ tls: "own" });
      expect(stdout).to.include("certs/fullchain.pem").and.include("turn.balie.voorbeeldegem.be");
    });
    it("behind the municipality's proxy its addresses are needed", async () => {
      expect(await refused(flags({ ...ANSWERS, tls: "proxy" }))).to.include("--trusted-proxies is missing");
      await first({ tls: "proxy", "trusted-proxies": "10.0.0.5,2001:db8::/64" });
    });
  });

  describe("on a full disk", () => {
    it("says so, changes nothing and leaves nothing behind", async () => {
      await first();
      const before = folder.snapshot();
      const { code, stderr } = await folder.shell(
        "ulimit -f 1; appliance/configure --non-interactive --phone '09 1'",
        NO_DOCKER,
      );
      expect(code).to.equal(1);
      expect(stderr).to.match(
        /^The settings could not be written to .* \(is the disk full\?.* Nothing was changed\.\n$/,
      );
      expect(folder.snapshot()).to.deep.equal(before);
    });
    it("on a file system that really is full, too", async function () {
      if (process.getuid?.() !== 0) return this.skip();
      await first();
      const mount = folder.file("small");
      fs.mkdirSync(mount);
      const script = `
        set -e
        mount -t tmpfs -o size=400k none small || exit 77
        cp -a appliance .env .env.example package.json secrets small/
        dd if=/dev/zero of=small/filler bs=1k count=1000 2>/dev/null || true
        small/appliance/configure --non-interactive --rotate && code=0 || code=$?
        cmp .env small/.env && diff -r secrets small/secrets && [ ! -e small/.configure.new ] && echo untouched
        exit $code`;
      fs.writeFileSync(folder.file("script"), script);
      // The mount is seen by this process and its children alone, and goes with them.
      const { code, stdout, stderr } = await folder.shell("unshare -m bash script", NO_DOCKER);
      if (code === 77) return this.skip();
      expect([code, stdout]).to.deep.equal([1, "untouched\n"]);
      expect(stderr).to.include("is the disk full?");
    });
  });
});
