// The doctor on the running appliance: what is well, and faults that need its containers, planted one by one and mended.
import fs from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { command } from "./support/command.ts";
import { changeSettings, compose, ensureUp, FOLDER, KEYS, start } from "./support/site.ts";

interface Finding {
  check: string;
  state: string;
  seen: string;
  mend: string;
}

const settingsFile = path.join(FOLDER, ".env");
const files = "docker-compose.yml:appliance/lab/docker-compose.lab.yml";

async function doctor(only: string, mail: string[] = []): Promise<Finding[]> {
  const script = `appliance/doctor --json --only ${only} ${mail.join(" ")} || [ $? = 1 ]`;
  const printed = await command("bash", ["-c", script], { cwd: FOLDER });
  return printed
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}

describe("the doctor in the lab", function () {
  this.timeout(240_000);
  let settings: string;

  /** Containers do not reach an address of the loopback, so the appliance moves to the engine's own bridge for this. */
  before(async () => {
    await ensureUp();
    settings = fs.readFileSync(settingsFile, "utf8");
    const format = "{{(index .IPAM.Config 0).Gateway}}";
    const gateway = (await command("docker", ["network", "inspect", "bridge", "-f", format])).trim();
    const root = await compose(["exec", "-T", "caddy", "cat", "/var/lib/caddy/caddy/pki/authorities/local/root.crt"]);
    const authorities = path.join(KEYS, "authorities-and-caddy.pem");
    fs.writeFileSync(authorities, fs.readFileSync(path.join(KEYS, "authority.pem"), "utf8") + root);
    changeSettings({
      LISTEN_ADDRESS: gateway,
      PUBLIC_IP: gateway,
      AUTHORITIES_FILE: authorities,
      COMPOSE_FILE: `${files}:appliance/lab/doctor-names.yml`,
    });
    await start();
  });
  after(async () => {
    fs.writeFileSync(settingsFile, settings, { mode: 0o600 });
    await start();
  });

  it("is content with what runs, and its test mail is taken", async () => {
    const well =
      "settings-file,secrets,names,containers,images,ports,disk,settings,certificate,certificate-turn,pages,jitsi-paths,database,database-clock,mail,test-mail,prosody,token,turn-udp,turn-tls";
    const findings = await doctor(well, ["--mail", "ict@voorbeeldegem.example"]);
    const wrong = findings.filter(({ check, state }) => state !== "ok" && check !== "container:mail");
    expect(wrong).to.deep.equal([]);
  });

  it("names what the lab lacks: there is no jicofo that opens rooms", async () => {
    const [call] = await doctor("call");
    expect(call?.state).to.equal("fault");
    expect(call?.seen).to.match(/jicofo does not open a room/);
  });

  const stop = (service: string) => () => compose(["stop", service]);
  const up = (service: string) => () => compose(["up", "-d", "--wait", service]);
  const faults: [string, () => Promise<unknown>, () => Promise<unknown>, string, RegExp, RegExp][] = [
    ["the app is stopped", stop("app"), up("app"), "container:app", /has ended/, /docker compose up -d app/],
    ["behind Caddy nobody answers", stop("app"), up("app"), "pages", /answers 50\d/, /docker compose logs app/],
    ["the database is stopped", stop("postgres"), up("postgres"), "database", /does not answer/, /logs postgres/],
    ["Prosody is stopped", stop("prosody"), up("prosody"), "prosody", /does not answer/, /logs prosody/],
    ["coturn is stopped", stop("coturn"), up("coturn"), "turn-udp", /by UDP 3478/, /docker compose ps coturn/],
    ["coturn is stopped", stop("coturn"), up("coturn"), "turn-tls", /by TLS 443/, /router and coturn run/],
    ["the router is stopped", stop("router"), up("router"), "certificate", /443: /, /router and caddy run/],
    [
      "nobody listens on 443",
      stop("router"),
      up("router"),
      "port:443/tcp",
      /nobody listens/,
      /docker compose up -d router/,
    ],
    [
      "the mail server is stopped",
      stop("mail"),
      () => compose(["up", "-d", "mail"]),
      "mail",
      /does not answer/,
      /--mail-server/,
    ],
    [
      "a container is gone",
      () => compose(["rm", "-sf", "worker"]),
      up("worker"),
      "container:worker",
      /there is none/,
      /docker compose up -d/,
    ],
  ];
  for (const [title, plant, mend, check, seen, advice] of faults)
    it(`finds it and says what to do: ${title} (${check})`, async () => {
      await plant();
      try {
        const name = check.replace(/^container:.*/, "containers").replace(/^port:.*/, "ports");
        const found = (await doctor(name)).find((one) => one.check === check);
        expect(found?.state, JSON.stringify(found)).to.be.oneOf(["fault", "warning"]);
        expect(found?.seen).to.match(seen);
        expect(found?.mend).to.match(advice);
      } finally {
        await mend();
      }
    });
});
