import { execFileSync } from "node:child_process";
import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import { expect } from "chai";
import { listChecks } from "../backend/src/platform/doctor/list-checks.ts";
import { NO_DOCKER, OperatorFolder } from "./test/operator-folder.ts";

interface Finding {
  check: string;
  state: string;
  seen: string;
  mend: string;
}

const ANSWERS = ["--domain", "balie.voorbeeldegem.be", "--mail-server", "smtp://balie:mail-password-1@mail.be:587"];
const MORE = ["--admin-email", "ict@voorbeeldegem.be", "--public-ip", "203.0.113.10"];

describe("doctor on the server", function () {
  this.timeout(60_000);
  let configured: OperatorFolder;
  let folder: OperatorFolder;
  before(async () => {
    configured = new OperatorFolder();
    const answers = ["--non-interactive", ...ANSWERS, ...MORE];
    const { code, stderr } = await configured.run("configure", answers, NO_DOCKER);
    expect(code, stderr).to.equal(0);
  });
  after(() => configured.remove());
  beforeEach(() => {
    folder = new OperatorFolder();
    for (const made of [".env", "secrets"]) fs.cpSync(configured.file(made), folder.file(made), { recursive: true });
    fs.chmodSync(folder.file("secrets"), 0o700);
    change(".env", /^BACKUP_TO=.*$/m, `BACKUP_TO=${folder.file("backups")}`);
  });
  afterEach(() => folder.remove());

  const doctor = async (args: string[] = [], env: NodeJS.ProcessEnv = NO_DOCKER) => {
    const { code, stdout, stderr } = await folder.run("doctor", ["--json", ...args], env);
    const findings: Finding[] = stdout
      .trim()
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line));
    return { code, stdout, stderr, findings, of: (check: string) => findings.find((one) => one.check === check) };
  };
  const change = (file: string, from: RegExp, to: string) =>
    fs.writeFileSync(folder.file(file), folder.read(file).replace(from, to));
  const write = (file: string, text: string) => {
    fs.mkdirSync(path.dirname(folder.file(file)), { recursive: true });
    fs.rmSync(folder.file(file), { force: true });
    fs.writeFileSync(folder.file(file), text, { mode: 0o444 });
  };
  const openssl = (...args: string[]) => execFileSync("openssl", args, { cwd: folder.path, stdio: "pipe" });
  const ownCertificate = (names: string[], key = "certs/privkey.pem", days = 90) => {
    fs.mkdirSync(folder.file("certs"), { recursive: true });
    change(".env", /^TLS_MODE=.*$/m, "TLS_MODE=own");
    const alternatives = `subjectAltName=${names.map((name) => `DNS:${name}`).join(",")}`;
    openssl(
      "req",
      "-x509",
      "-newkey",
      "rsa:2048",
      "-nodes",
      "-keyout",
      key,
      "-out",
      "certs/fullchain.pem",
      "-days",
      String(days),
      "-subj",
      "/CN=x",
      "-addext",
      alternatives,
    );
  };
  const both = ["balie.voorbeeldegem.be", "turn.balie.voorbeeldegem.be"];
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().replace(/[-:]|\.\d+/g, "");

  /** What is wrong, how it is planted, the check that finds it, what it sees, what it says to do. */
  const faults: [fault: string, plant: () => void, check: string, state: string, seen: RegExp, mend: RegExp][] = [
    [
      "there are no settings",
      () => fs.rmSync(folder.file(".env")),
      "settings-file",
      "fault",
      /there is no .env/,
      /Run appliance\/configure/,
    ],
    [
      "others may read .env",
      () => fs.chmodSync(folder.file(".env"), 0o644),
      "settings-file",
      "fault",
      /others may read it \(mode 644\)/,
      /chmod 600/,
    ],
    [
      "others may look into secrets",
      () => fs.chmodSync(folder.file("secrets"), 0o755),
      "secrets",
      "fault",
      /others may look .* \(mode 755\)/,
      /chmod 700/,
    ],
    [
      "secrets are lost",
      () => fs.rmSync(folder.file("secrets"), { recursive: true }),
      "secrets",
      "fault",
      /no folder secrets/,
      /restore a backup/,
    ],
    [
      "one secret is lost",
      () => fs.rmSync(folder.file("secrets/app_secret")),
      "secrets",
      "fault",
      /missing or empty in secrets: app_secret/,
      /appliance\/configure/,
    ],
    [
      "containers cannot read a secret",
      () => fs.chmodSync(folder.file("secrets/smtp_url"), 0o400),
      "secrets",
      "fault",
      /containers cannot read secrets\/smtp_url \(mode 400\)/,
      /chmod 444 .*secrets\/smtp_url, then docker compose up -d/,
    ],
    [
      "a secret differs in .env",
      () => change(".env", /^JITSI_APP_SECRET=.*$/m, "JITSI_APP_SECRET=abcdefabcdefabcdef"),
      "secrets",
      "fault",
      /jitsi_app_secret and JITSI_APP_SECRET in .env are not the same/,
      /the file holds/,
    ],
    [
      "a setting is empty",
      () => change(".env", /^PUBLIC_IP=.*$/m, "PUBLIC_IP="),
      "names",
      "fault",
      /missing or empty in .env: PUBLIC_IP/,
      /appliance\/configure/,
    ],
    [
      "the phone's settings are missing",
      () => change(".env", /^COMPOSE_PROFILES=.*$/m, "COMPOSE_PROFILES=database,phone"),
      "names",
      "fault",
      /SIP_URI, SIP_PASSWORD, SIP_SERVER/,
      /appliance\/configure/,
    ],
    [
      "a password that Jitsi cannot take",
      () => change(".env", /^JVB_AUTH_PASSWORD=.*$/m, "JVB_AUTH_PASSWORD=a-b!c"),
      "names",
      "fault",
      /JVB_AUTH_PASSWORD holds more than letters and digits/,
      /--rotate JVB_AUTH_PASSWORD/i,
    ],
    [
      "an own certificate is not there",
      () => change(".env", /^TLS_MODE=.*$/m, "TLS_MODE=own"),
      "certificate-files",
      "fault",
      /is missing/,
      /certs\/fullchain.pem/,
    ],
    [
      "key and certificate do not fit",
      () => {
        ownCertificate(both);
        openssl("genrsa", "-out", "certs/privkey.pem", "2048");
      },
      "certificate-files",
      "fault",
      /is not the key of/,
      /certs\/privkey.pem/,
    ],
    [
      "the certificate is for one name alone",
      () => ownCertificate(both.slice(0, 1)),
      "certificate-files",
      "fault",
      /is not for turn.balie.voorbeeldegem.be/,
      /for both names/,
    ],
    ["Docker does not answer", () => undefined, "docker", "fault", /Docker does not answer/, /systemctl start docker/],
    ["there is no backup", () => undefined, "backup", "warning", /there is no backup/, /appliance\/backup/],
    [
      "the last backup is of last week",
      () => write(`backups/balie-${daysAgo(8)}.archive`, "x"),
      "backup",
      "fault",
      /is 8 days old/,
      /--install-timer/,
    ],
    [
      "the night's backup did not come",
      () => write(`backups/balie-${daysAgo(1.7)}.archive`, "x"),
      "backup",
      "warning",
      /is 4\d hours old/,
      /appliance\/backup/,
    ],
  ];
  for (const [title, plant, check, state, seen, mend] of faults)
    it(`finds it and says what to do: ${title}`, async () => {
      plant();
      const { of, code, stdout } = await doctor(["--only", check]);
      expect(of(check)?.seen, stdout).to.match(seen);
      expect(of(check)?.mend).to.match(mend);
      expect(of(check)?.state).to.equal(state);
      expect(code).to.equal(state === "fault" ? 1 : 0);
    });

  it("is content with what configure writes, and with a certificate for both names", async () => {
    ownCertificate(both);
    write(`backups/balie-${daysAgo(0.5)}.archive`, "x");
    const { findings, code } = await doctor(["--only", "settings-file,secrets,names,certificate-files,backup"]);
    expect(findings.map(({ check, state }) => `${check} ${state}`)).to.deep.equal([
      "settings-file ok",
      "secrets ok",
      "names ok",
      "certificate-files ok",
      "backup ok",
    ]);
    expect(code).to.equal(0);
  });

  it("tells of every check, without settings and without Docker too, and changes nothing", async () => {
    fs.rmSync(folder.file(".env"));
    const before = folder.snapshot();
    const { findings, code } = await doctor();
    const names = (await folder.run("doctor", ["--list"])).stdout.trim().split("\n");
    expect(new Set(findings.map(({ check }) => check.replace(/:.*/, "")))).to.deep.equal(new Set(names));
    for (const { check, state, seen, mend } of findings) {
      expect(["ok", "warning", "fault", "not_checked"]).to.include(state);
      expect(seen, check).to.not.equal("");
      if (state === "fault" || state === "warning") expect(mend, check).to.not.equal("");
    }
    expect(code).to.equal(1);
    expect(folder.snapshot()).to.deep.equal(before);
  });

  it("knows the names of the checks from inside, in their order", async () => {
    const names = (await folder.run("doctor", ["--list"])).stdout.trim().split("\n");
    const inside = listChecks({ settings: {}, faults: [], migrations: [], mailTo: undefined }).map(({ name }) => name);
    expect(names.slice(-inside.length)).to.deep.equal(inside);
  });

  it("does not wait for a Docker that hangs, and tells the rest", async () => {
    const socket = folder.file("engine.sock");
    const server = net.createServer(() => undefined).listen(socket);
    const startedAt = Date.now();
    const { of } = await doctor(["--only", "docker,secrets,prosody"], { DOCKER_HOST: `unix://${socket}` });
    server.close();
    expect(of("docker")).to.include({ state: "not_checked", seen: "no answer within 10 s" });
    expect(of("secrets")?.state).to.equal("ok");
    expect(of("prosody")).to.include({ state: "not_checked", seen: "Docker does not answer: see docker" });
    expect(Date.now() - startedAt).to.be.below(25_000);
  });

  it("refuses wrong use with 2 and says how it is used", async () => {
    for (const args of [["--nonsense"], ["--only", "nonsense"], ["--mail", "no address"], ["--mail"]]) {
      const { code, stderr } = await folder.run("doctor", args, NO_DOCKER);
      expect(code, args.join(" ")).to.equal(2);
      expect(stderr).to.include("--help");
    }
    expect((await folder.run("doctor", ["--help"])).stdout).to.include("appliance/doctor --mail ADDRESS");
  });

  it("keeps secrets, tokens and passwords in addresses out of what it prints", async () => {
    const token = "eyJhbGciOiJIUzI1NiJ9.eyJyb29tIjoieCJ9.c2lnbmF0dXJl";
    const secret = folder.read("secrets/app_secret").trim();
    const line = `joined ${token} by ${secret} from postgres://balie:hidden-one@db/x and mail-password-1`;
    const parts =
      "ROOT=. HERE=appliance; . $HERE/lib/say.sh; . $HERE/lib/settings.sh; . $HERE/lib/findings.sh; read_settings .env; learn_secrets";
    const { stdout } = await folder.shell(`${parts}; mask '${line}'`);
    expect(stdout).to.equal("joined … by … from postgres://balie:…@db/x and …");
  });
});
