import { spawn } from "node:child_process";
import fs from "node:fs";
import { expect } from "chai";
import { OperatorFolder } from "./test/operator-folder.ts";

const ANSWERS = {
  domain: "balie.voorbeeldegem.be",
  "mail-server": "smtp://mail.voorbeeldegem.be:587",
  "admin-email": "ict@voorbeeldegem.be",
  "public-ip": "203.0.113.10",
};
const flags = (answers: Record<string, string>) =>
  Object.entries(answers).flatMap(([name, value]) => [`--${name}`, value]);
/** No Docker here, whatever this machine has: nothing of the appliance runs. */
const NO_DOCKER = { DOCKER_HOST: "unix:///nowhere/docker.sock" };

describe("configure", function () {
  this.timeout(30_000);
  let folder: OperatorFolder;
  beforeEach(() => {
    folder = new OperatorFolder();
  });
  afterEach(() => folder.remove());

  const configure = (args: string[] = [], env = {}) =>
    folder.run("configure", ["--non-interactive", ...args], { ...NO_DOCKER, ...env });
  const first = async (more: Record<string, string> = {}) => {
    const outcome = await configure(flags({ ...ANSWERS, ...more }));
    expect(outcome.code, outcome.stderr).to.equal(0);
    return outcome;
  };
  const setting = (name: string) => new RegExp(`^${name}=(.*)$`, "m").exec(folder.read(".env"))?.[1];
  const refused = async (args: string[]) => {
    const before = folder.snapshot();
    const { code, stderr } = await configure(args);
    expect(code, stderr).to.equal(1);
    expect(folder.snapshot(), "nothing was changed").to.deep.equal(before);
    return stderr;
  };

  describe("the first time", () => {
    it("writes .env and the secrets for their reader alone, and says what comes next", async () => {
      const { stdout } = await first();
      expect(folder.mode(".env")).to.equal("600");
      expect(folder.mode("secrets")).to.equal("700");
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

  describe("a wrong answer is refused with how a good one looks:", () => {
    const wrong: [flag: string, value: string, sentence: string][] = [
      ["domain", "https://balie.be", "full name in small letters"],
      ["domain", "Balie.Voorbeeldegem.be", "full name in small letters"],
      ["domain", "localhost", "full name in small letters"],
      ["domain", "203.0.113.10", "full name in small letters"],
      ["domain", "-x.be", "full name in small letters"],
      ["domain", "a.be\nb.be", "line break"],
      ["mail-server", "mail.voorbeeldegem.be", "smtp://"],
      ["mail-server", "http://mail.voorbeeldegem.be", "smtp://"],
      ["mail-server", "smtp://mail.voorbeeldegem.be:70000", "smtp://"],
      ["mail-server", "smtp://user:p@ss@mail.be:25", "%40"],
      ["mail-server", "smtp://user:p/ss@mail.be:25", "%2F"],
      ["mail-from", "Gemeente", "a name and an address"],
      ["mail-from", "Gemeente <balie>", "a name and an address"],
      ["mail-from", "a@b.be, c@d.be", "a name and an address"],
      ["admin-email", "ict", "e-mail address"],
      ["admin-email", "ict@voorbeeldegem", "e-mail address"],
      ["admin-email", "ict @voorbeeldegem.be", "e-mail address"],
      ["public-ip", "203.0.113.256", "IPv4 address"],
      ["public-ip", "203.0.113", "IPv4 address"],
      ["public-ip", "203.0.113.010", "IPv4 address"],
      ["public-ip", "2001:db8::10", "IPv4 address"],
      ["public-ipv6", "203.0.113.10", "IPv6 address"],
      ["public-ipv6", "2001:db8:::10", "IPv6 address"],
      ["listen-address", "eth0", "IPv4 address"],
      ["enable-ipv6", "yes", "true or false"],
      ["authorities-file", "ca.pem", "full path"],
      ["time-zone", "Brussels", "time zone's name"],
      ["time-zone", "../../etc/passwd", "time zone's name"],
      ["tls", "self-signed", "letsencrypt, own or proxy"],
      ["trusted-proxies", "10.0.0.0/33", "separated by commas"],
      ["trusted-proxies", "proxy.local", "separated by commas"],
      ["bridge-addresses", "10.0.0.0/24", "separated by commas"],
      ["bridge-addresses", "203.0.113.11,bridge2", "separated by commas"],
      ["outgoing-proxy", "proxy.voorbeeldegem.be", "http://host:port"],
      ["outgoing-proxy", "http://proxy.voorbeeldegem.be:0", "http://host:port"],
      ["sip-uri", "3291234567", "user@provider"],
      ["sip-password", "with space", "letters and digits"],
      ["sip-password", 'q"uote', "letters and digits"],
      ["sip-port", "65536", "port number"],
      ["sip-port", "sip", "port number"],
      ["sip-transport", "udp", "UDP, TCP or TLS"],
      ["oidc-issuer", "http://idp.example", "begins with https://"],
      ["database-url", "mysql://u:p@h/d", "postgres://"],
      ["database-url", "postgres://db.voorbeeldegem.be", "postgres://"],
      ["monitoring", "yes", "on or off"],
      ["backup-to", "backups", "full path"],
      ["backup-to", "/var/back ups", "full path"],
      ["backup-keep", "0d", "14d8w"],
      ["backup-keep", "forever", "14d8w"],
      ["backup-command", "rclone \\\n x", "line break"],
      ["backup-age-recipient", "AGE-SECRET-KEY-1ABC", "age1"],
      ["municipality", "x".repeat(101), "100 characters"],
      ["phone", "call us", "telephone number"],
    ];
    for (const [flag, value, sentence] of wrong) {
      it(`--${flag} ${JSON.stringify(value.slice(0, 40))}`, async () => {
        const stderr = await refused(flags({ ...ANSWERS, [flag]: value }));
        expect(stderr).to.include(`--${flag} `).and.include(sentence);
      });
    }
    it("all of them at once, one line each", async () => {
      const stderr = await refused(flags({ ...ANSWERS, domain: "x", "public-ip": "y", tls: "z" }));
      expect(stderr.trim().split("\n")).to.have.length(4);
    });
    it("an unknown flag, and one without a value, with exit status 2", async () => {
      for (const args of [["--colour", "red"], ["--domain"], ["loose"]])
        expect((await configure(args)).code).to.equal(2);
    });
  });

  describe("an answer that is right though it looks odd is kept as it is:", () => {
    const odd: [flag: string, name: string, value: string, line: string][] = [
      ["municipality", "MUNICIPALITY_NAME", "'s-Gravenbrakel", "'\\'s-Gravenbrakel'"],
      ["municipality", "MUNICIPALITY_NAME", 'Liège "la $belle" #1', "'Liège \"la $belle\" #1'"],
      ["domain", "BALIE_DOMAIN", "balie.xn--lige-6oa.be", "balie.xn--lige-6oa.be"],
      ["time-zone", "TZ", "America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"],
      [
        "backup-command",
        "BACKUP_COMMAND",
        "rclone copyto --config '/etc/r c' ",
        "'rclone copyto --config \\'/etc/r c\\' '",
      ],
    ];
    for (const [flag, name, value, line] of odd) {
      it(`--${flag} ${JSON.stringify(value)}`, async () => {
        await first({ [flag]: value });
        expect(setting(name)).to.equal(line);
        const before = folder.snapshot();
        await configure(flags({ [flag]: value }));
        expect(folder.snapshot()).to.deep.equal(before);
      });
    }
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

  describe("the dialogue at a terminal", () => {
    /** Answers each question when it is seen; Enter where nothing is planned. */
    const talk = (answers: Record<string, string | string[]>, args = "") =>
      new Promise<{ text: string; code: number | null }>((resolve) => {
        const child = spawn("script", ["-qfec", `appliance/configure ${args}`, "/dev/null"], {
          cwd: folder.path,
          env: { ...process.env, ...NO_DOCKER },
        });
        let text = "";
        let seen = 0;
        child.stdout.on("data", (chunk) => {
          text += chunk;
          const question = /(?:^|\n)([^\n]*(?:\]|hidden\)): )$/.exec(text.slice(seen))?.[1];
          if (!question) return;
          seen = text.length;
          const key = Object.keys(answers).find((start) => question.trim().startsWith(start));
          const answer = key ? answers[key]! : "";
          const next = Array.isArray(answer) ? (answer.shift() ?? "") : answer;
          child.stdin.write(next === "EOF" ? "\u0004" : `${next}\n`);
        });
        child.on("close", (code) => resolve({ text, code }));
      });
    const plain = {
      "Address of the counter": "balie.voorbeeldegem.be",
      "E-mail address of the admin": "ict@voorbeeldegem.be",
      "Mail server": "smtp://mail.be:25",
      "IPv4 address": "203.0.113.10",
    };

    it("asks in plain English, with defaults, and ends with the next command", async () => {
      const { text, code } = await talk({ ...plain });
      expect(code, text).to.equal(0);
      expect(text).to.include("Name of the municipality, as citizens read it [Gemeente Voorbeeldegem]: ");
      expect(text).to.include("Next: docker compose up -d");
      expect([setting("BALIE_DOMAIN"), setting("TZ") !== ""]).to.deep.equal(["balie.voorbeeldegem.be", true]);
      expect(text).to.not.include("SIP provider");
    });
    it("asks again after a wrong answer, and says how a good one looks", async () => {
      const { text, code } = await talk({ ...plain, "IPv4 address": ["203.0.113", "203.0.113.10"] });
      expect(code).to.equal(0);
      expect(text).to.include("That needs an IPv4 address, such as 203.0.113.10.");
      expect(setting("PUBLIC_IP")).to.equal("203.0.113.10");
    });
    it("asks the mail server's password apart, does not show it, and writes it so that it works in an address", async () => {
      const { text } = await talk({ ...plain, "Mail server": "smtp://user@mail.be:587", Password: "p@ss/wörd" });
      expect(folder.read("secrets/smtp_url")).to.equal("smtp://user:p%40ss%2Fw%C3%B6rd@mail.be:587");
      expect(text).to.not.include("p@ss");
    });
    it("has what is set as the default; Enter throughout changes nothing, a dash empties", async () => {
      await first({ phone: "09 123 45 67", "mail-server": "smtp://user:geheim@mail.be:587" });
      const before = folder.snapshot();
      const { text } = await talk({});
      expect(text).to.include("[09 123 45 67]").and.include("[smtp://user:…@mail.be:587]").and.not.include("geheim");
      expect(text).to.include("Nothing changed");
      expect(folder.snapshot()).to.deep.equal(before);
      await talk({ "Telephone number": "-" });
      expect(setting("MUNICIPALITY_PHONE")).to.equal("");
    });
    it("asks nothing when a flag says what to change", async () => {
      await first();
      const { text, code } = await talk({}, "--phone 0912345");
      expect([code, text.includes("[")]).to.deep.equal([0, false]);
    });
    it("that is broken off changes nothing", async () => {
      const { text, code } = await talk({ ...plain, "Mail server": "EOF" });
      expect([code, text.includes("Broken off: nothing was changed.")]).to.deep.equal([1, true]);
      expect(fs.existsSync(folder.file(".env"))).to.equal(false);
    });
  });
});
