import { expect } from "chai";
import { load } from "js-yaml";
import { expectKnownSettings } from "../test/jitsi-settings.ts";
import {
  addressOf,
  canReach,
  changesIn,
  inside,
  type Play,
  play,
  SERVERS,
  startDatabase,
  startServers,
  stopServers,
} from "./ansible/servers.ts";

const calm = (done: Play, ...hosts: string[]) => {
  for (const host of hosts) {
    const { failed, unreachable } = done.recap[host] ?? { failed: 1, unreachable: 1 };
    expect({ failed, unreachable }, done.out.slice(-4000)).to.deep.equal({ failed: 0, unreachable: 0 });
  }
};
const page = () =>
  inside(
    "control",
    "curl -s -o /dev/null -w '%{http_code}' --cacert /work/fullchain.pem --connect-to ::balie: https://balie.lab.test/",
  );
const services = async () => {
  const lines = await inside("balie", "cd /opt/balie && docker compose ps --format '{{.Service}} {{.Health}}'");
  return Object.fromEntries(
    lines
      .trim()
      .split("\n")
      .map((line) => line.split(" ")),
  );
};

/** To whom the relay of the coturn that runs now is open. */
const relaysTo = async () => {
  const said = "docker compose exec -T coturn sed -n s/^allowed-peer-ip=//p /run/coturn/turnserver.conf";
  return (await inside("balie", `cd /opt/balie && ${said}`)).trim().split("\n");
};
/** What reads each file on a server, asked only whether it would take it. */
const READERS: Record<string, string> = {
  "firewall.nft": "nft --check --file /dev/stdin",
  "daemon.json": "dockerd --validate --config-file /dev/stdin",
  sshd: "sshd -t -f /dev/stdin",
  "unattended-upgrades": "apt-config --config-file /dev/stdin dump",
  "docker-compose.yml": "JITSI_TAG=x JVB_AUTH_PASSWORD=x docker compose --file - config --quiet",
};

describe("ansible", function () {
  this.timeout("30m");
  before(() => startServers());
  after(() => stopServers());

  it("is clean for yamllint and ansible-lint", () =>
    inside(
      "control",
      "cp -r /balie/ansible /tmp/lint && cd /tmp/lint && cp -r inventory.example inventory && yamllint . >&2 && ansible-lint --nocolor >&2",
    ));

  it("takes Debian 13's Docker, and Docker's own on Debian 12 and Ubuntu 24.04", async () => {
    await inside(
      "control",
      "ansible-playbook -i /balie/appliance/lab/ansible/distributions.yml -e rendered=/tmp/rendered /balie/appliance/lab/ansible/render.yml",
    );
    const rendered = (file: string) => inside("control", `cat /tmp/rendered/${file}`);
    expect(await rendered("debian13/docker_from")).to.equal("debian\n");
    expect(await rendered("debian12/docker_from")).to.equal("docker\n");
    expect(await rendered("debian12/docker.sources")).to.match(/^URIs: \S+\/debian\nSuites: bookworm$/m);
    expect(await rendered("ubuntu2404/docker.sources")).to.match(/^URIs: \S+\/ubuntu\nSuites: noble$/m);
    for (const [distribution, isExperiment] of [
      ["debian13", true],
      ["ubuntu2404", false],
    ])
      expect(JSON.parse(await rendered(`${distribution}/daemon.json`))).to.include({
        "live-restore": true,
        ip6tables: true,
        experimental: isExperiment,
      });
  });

  it("makes an appliance and one more video bridge of two fresh servers", async () => {
    calm(await play("site.yml"), ...SERVERS);
    expect(await page()).to.equal("200");
    expect(Object.values(await services())).to.satisfy((all: string[]) => all.every((health) => health === "healthy"));
    const bridge = await inside("bridge2", "docker inspect -f '{{json .Config.Env}}' balie-videobridge-jvb-1");
    const password = (await inside("balie", "grep ^JVB_AUTH_PASSWORD= /opt/balie/.env")).trim();
    expect(JSON.parse(bridge)).to.include.members([
      password,
      `XMPP_SERVER=${await addressOf("balie")}`,
      `JVB_ADVERTISE_IPS=${await addressOf("bridge2")}`,
      "JVB_MUC_NICKNAME=bridge2",
    ]);
  });

  it("gives the bridge only what Jitsi's image knows, and lets the appliance's TURN relay to it", async () => {
    const compose = load(await inside("bridge2", "cat /opt/balie-videobridge/docker-compose.yml")) as {
      services: { jvb: { environment: Record<string, string> } };
    };
    expectKnownSettings("jvb", Object.keys(compose.services.jvb.environment));
    expect(await relaysTo()).to.include(await addressOf("bridge2"));
  });

  it("renders for every distribution what its readers take", async () => {
    for (const distribution of ["debian13", "debian12", "ubuntu2404"])
      for (const [file, reader] of Object.entries(READERS)) {
        const rendered = await inside("control", `base64 -w0 /tmp/rendered/${distribution}/${file}`);
        await inside("balie", `base64 -d <<<${rendered} | ${reader}`);
      }
  });

  it("changes nothing the second time", async () => {
    const again = await play("site.yml");
    calm(again, ...SERVERS);
    expect(changesIn(again)).to.deep.equal([]);
    expect([again.recap["balie"]?.changed, again.recap["bridge2"]?.changed]).to.deep.equal([0, 0]);
  });

  it("lets TURN relay to each bridge of the inventory, and no longer to one that left it", async () => {
    const role = ["bridge2", "-b", "-m", "ansible.builtin.include_role", "-a", "name=videobridge"];
    const [alone, further] = [await relaysTo(), ["192.0.2.13", "2001:db8::13"]];
    await play(...role, "-i", "/balie/appliance/lab/ansible/third-bridge.yml");
    expect(await relaysTo()).to.have.members([...alone, ...further]);
    await play(...role);
    expect(await relaysTo()).to.have.members(alone);
  });

  it("hardens the server: keys alone, updates and backup by themselves, an end to every log", async () => {
    expect(await inside("balie", "sshd -T")).to.match(/^passwordauthentication no$/m);
    expect(await inside("balie", "apt-config dump Unattended-Upgrade::Origins-Pattern")).to.include("Debian-Security");
    expect(await inside("balie", "systemctl is-enabled balie-backup.timer apt-daily-upgrade.timer")).to.equal(
      "enabled\nenabled\n",
    );
    expect(await inside("balie", "systemctl show -p TimersCalendar balie-backup.timer")).to.include("02:40:00");
    expect(await inside("balie", "stat -c '%a %U' /opt/balie/.env /opt/balie/secrets /var/swapfile")).to.equal(
      "600 root\n700 root\n600 root\n",
    );
    expect(await inside("balie", "ls /dev/shm")).to.equal("");
  });

  it("opens what the appliance publishes, Prosody for the bridge alone, and no container that someone starts", async () => {
    const image = await inside("balie", "docker images --format '{{.Repository}}:{{.Tag}}' | grep /web:");
    await inside("balie", `docker run -d --rm --name stray -p 8099:8000 ${image}`);
    const inner = (await inside("balie", "docker inspect -f '{{.NetworkSettings.IPAddress}}' stray")).trim();
    const balie = await addressOf("balie");
    await inside("control", `ip route replace ${inner} via ${balie}`);
    const open = async (port: number, host = balie) => canReach("control", host, port);
    for (const port of [22, 80, 443, 3478]) expect(await open(port), `${port}`).to.equal(true);
    for (const port of [5222, 8099]) expect(await open(port), `${port}`).to.equal(false);
    expect(await open(8000, inner), "the container's own address").to.equal(false);
    expect(await canReach("bridge2", balie, 5222), "Prosody for the bridge").to.equal(true);

    await inside("balie", "systemctl stop balie-firewall");
    expect([await open(8099), await open(8000, inner)], "without our table").to.deep.equal([true, true]);
    await inside("balie", "systemctl start balie-firewall && docker rm -f stray");
  });

  it("takes a firewall back that locks the operator out", async () => {
    const firewall = ["balie", "-b", "-m", "ansible.builtin.include_role", "-a", "name=firewall"];
    const locked = await play(...firewall, "-e", '{"firewall_ssh_from": ["192.0.2.1"]}');
    expect(locked.out).to.match(/UNREACHABLE|timed out/i);
    const back = await play("balie", "-m", "ansible.builtin.wait_for_connection", "-a", "timeout=60");
    expect(back.out, "reachable again").to.include("SUCCESS");
    const mended = await play(...firewall);
    expect(mended.out)
      .to.include("balie | CHANGED")
      .and.not.to.match(/FAILED|UNREACHABLE/);
    expect(await inside("balie", "nft list table inet balie")).to.include("chain published");
  });

  it("installs nothing from a source whose key is not Docker's", async () => {
    await inside(
      "control",
      `mkdir -p /tmp/source/debian && cp /usr/share/keyrings/debian-archive-keyring.gpg /tmp/source/debian/gpg
       cd /tmp/source && setsid python3 -m http.server 8000 >/tmp/source.log 2>&1 & disown`,
    );
    const foreign = await play("/balie/appliance/lab/ansible/foreign-source.yml");
    expect(foreign.out).to.include("is not the one that Docker published. Nothing was installed.");
    expect(await inside("bridge2", "ls /etc/apt/sources.list.d")).not.to.include("docker");
  });

  it("moves the app to a PostgreSQL on another host by one answer", async () => {
    const address = await startDatabase("managed");
    const answer = `balie_database_url=postgres://balie:managed@${address}:5432/balie`;
    calm(await play("site.yml", "--limit", "appliance", "-e", answer), "balie");
    expect(await services())
      .to.include({ app: "healthy", worker: "healthy" })
      .and.not.to.have.property("postgres");
    expect(await page()).to.equal("200");
    const used = "psql -qtAX -U balie -d balie -c 'select count(distinct client_addr) from pg_stat_activity'";
    expect(Number(await inside("database", used))).to.be.at.least(1);
  });
});
