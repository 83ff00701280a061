import { expect } from "chai";
import { command } from "./support/command.ts";
import { compose, containerOf, ensureUp, secret, VERSION } from "./support/site.ts";

interface Inspected {
  Config: { User: string; Env: string[]; Cmd: string[]; Image: string };
  HostConfig: {
    CapAdd: string[] | null;
    CapDrop: string[];
    Privileged: boolean;
    ReadonlyRootfs: boolean;
    Memory: number;
    PidsLimit: number;
    SecurityOpt: string[];
  };
  State: { Pid: number };
}

const own = ["router", "caddy", "app", "worker", "postgres", "coturn", "turn-certificate"];
const secrets = [
  ...["postgres_password", "database_url", "app_secret", "smtp_url", "jitsi_app_secret"],
  ...["counter_control_secret", "turn_credentials", "metrics_token", "dial_in_secret"],
];

const inspect = async (service: string): Promise<Inspected> =>
  JSON.parse(await command("docker", ["inspect", await containerOf(service)]))[0];

/** What /proc says of the container's first process. */
const statusOf = async (service: string): Promise<Record<string, string>> => {
  const { State } = await inspect(service);
  const text = await command("cat", [`/proc/${State.Pid}/status`]);
  return Object.fromEntries(text.split("\n").map((line) => line.split(/:\s+/) as [string, string]));
};

const megabytes = (text: string): number => {
  const [, figure, unit] = /^([\d.]+)(KiB|MiB|GiB)/.exec(text) ?? [];
  return Number(figure) * { KiB: 1 / 1024, MiB: 1, GiB: 1024 }[unit as "KiB" | "MiB" | "GiB"];
};

const sizeOf = async (image: string): Promise<number> =>
  Number(await command("docker", ["image", "inspect", "-f", "{{.Size}}", image])) / 1e6;

describe("the appliance's footprint", () => {
  before(() => ensureUp());

  it("app, worker, PostgreSQL and Caddy take 350 MB or less at rest", async () => {
    const services = ["app", "worker", "postgres", "caddy"];
    const ids = await Promise.all(services.map(containerOf));
    const stats = (await command("docker", ["stats", "--no-stream", "--format", "{{.MemUsage}}", ...ids])).trim();
    const used = stats.split("\n").map(megabytes);
    const total = used.reduce((sum, one) => sum + one, 0);
    console.log(
      `      ${services.map((name, index) => `${name} ${used[index]?.toFixed(0)}`).join(", ")}: ${total.toFixed(0)} MB`,
    );
    expect(total).to.be.below(350);
  });

  it("the image is 250 MB or less above the Node base", async () => {
    const above = (await sizeOf(`balie:${VERSION}`)) - (await sizeOf("node:24-trixie-slim"));
    console.log(`      ${above.toFixed(0)} MB above the Node base`);
    expect(above).to.be.below(250);
  });

  it("the image holds no sources, tests, build tools, maps or secrets", async () => {
    const image = [
      "run",
      "--rm",
      "--network",
      "none",
      "--entrypoint",
      "find",
      `balie:${VERSION}`,
      "/app",
      "/var/lib/balie",
    ];
    const files = (await command("docker", [...image, "-type", "f"])).trim().split("\n");
    const leftover =
      /(\.test\.|\.lab\.|\.story\.|\.tsx?$|\.map$|\.d\.[cm]?ts$|\/(test|tests|__tests__|bench|drill|e2e)\/|\/\.env|\/\.git|\/secrets\/|\.npmrc|package-lock|\.pem$|\.key$)/;
    expect(files.filter((file) => leftover.test(file))).to.deep.equal([]);
    for (const tool of ["typescript", "vite", "mocha", "chai", "tsx", "playwright-core", "@biomejs", "smtp-server"])
      expect(
        files.some((file) => file.includes(`/node_modules/${tool}/`)),
        tool,
      ).to.equal(false);
  });

  for (const service of own)
    it(`${service} is no root and has no capability`, async () => {
      const status = await statusOf(service);
      expect(status["Uid"]).not.to.match(/\b0\b/);
      for (const set of ["CapEff", "CapPrm", "CapInh", "CapAmb"]) expect(status[set], set).to.match(/^0+$/);
      expect(status["NoNewPrivs"]).to.equal("1");
      const { HostConfig } = await inspect(service);
      expect(HostConfig.ReadonlyRootfs).to.equal(true);
      expect(HostConfig.Memory).to.be.above(0);
    });

  it("docker inspect shows none of our containers' secrets", async () => {
    for (const service of own) {
      const shown = JSON.stringify(await inspect(service));
      for (const name of secrets) expect(shown.includes(secret(name)), `${service} ${name}`).to.equal(false);
    }
  });

  it("no log and no process list shows a secret", async () => {
    const shown = (await compose(["logs", "--no-log-prefix"])) + (await compose(["top"]));
    for (const name of secrets) expect(shown.includes(secret(name)), name).to.equal(false);
  });

  it("nothing listens on this machine but the published ports", async () => {
    const ports = (await compose(["ps", "--format", "{{.Ports}}"])).match(/:\d+->\d+\/\w+/g) ?? [];
    const expected = [":10000->10000/udp", ":3478->3478/tcp", ":3478->3478/udp", ":443->8443/tcp", ":80->8080/tcp"];
    expect([...new Set(ports)].sort()).to.deep.equal(expected);
  });
});
