import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import { expect } from "chai";
import { until } from "../../backend/test/until.ts";
import { ask } from "./support/ask.ts";
import { command } from "./support/command.ts";
import { succeed } from "./support/operator.ts";
import {
  ADDRESS,
  addressOf,
  compose,
  containerOf,
  ensureUp,
  FOLDER,
  OPERATOR_ADDRESS,
  secret,
  start,
} from "./support/site.ts";

interface Target {
  labels: { job: string; instance: string };
  health: string;
  lastError: string;
}

interface Rule {
  name: string;
  health: string;
  lastError?: string;
}

interface Alert {
  labels: { alertname: string; severity: string };
  state: "pending" | "firing";
}

const monitoring = (answer: "on" | "off") => succeed("configure", ["--non-interactive", "--monitoring", answer]);

/** Plain HTTP to an address of this machine or of a container. */
const get = (url: string, headers: Record<string, string> = {}): Promise<{ status: number; body: string }> =>
  new Promise((resolve, reject) => {
    const request = http.get(url, { headers, agent: false, timeout: 5_000 }, (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (text: string) => (body += text));
      response.once("end", () => resolve({ status: response.statusCode ?? 0, body }));
    });
    request.once("timeout", () => request.destroy(new Error(`${url}: no answer within 5 s`)));
    request.once("error", reject);
  });

describe("the monitoring", function () {
  this.timeout(400_000);
  let prometheus: string;

  /** One page of Prometheus' own API. */
  const told = async <T>(page: string): Promise<T> =>
    JSON.parse((await get(`http://${prometheus}:9090/api/v1/${page}`)).body).data;
  const targets = async () => (await told<{ activeTargets: Target[] }>("targets?state=active")).activeTargets;
  const alerts = async () => (await told<{ alerts: Alert[] }>("alerts")).alerts;
  const stateOf = async (name: string) => (await alerts()).find(({ labels }) => labels.alertname === name)?.state;

  before(async () => {
    await ensureUp();
    await monitoring("on");
    await start();
    prometheus = await addressOf("prometheus");
  });
  after(async () => {
    await compose(["rm", "-sfv", "prometheus", "grafana"]);
    await command("docker", ["volume", "rm", "balie_prometheus-data", "balie_grafana-data"]);
    await monitoring("off");
    await start();
  });

  it("comes with one answer of configure, and is healthy with the rest", async () => {
    const shown = await compose(["ps", "--format", "{{.Service}} {{.Health}}", "prometheus", "grafana"]);
    expect(shown.trim().split("\n").sort()).to.deep.equal(["grafana healthy", "prometheus healthy"]);
  });

  for (const service of ["prometheus", "grafana"])
    it(`${service} is no root, has no capability, a read-only disk, and shows no secret`, async () => {
      const [{ HostConfig, State, ...shown }] = JSON.parse(
        await command("docker", ["inspect", await containerOf(service)]),
      );
      const status = fs.readFileSync(`/proc/${State.Pid}/status`, "utf8");
      expect(status).to.match(service === "grafana" ? /^Uid:\t472\t/m : /^Uid:\t65534\t/m);
      for (const set of ["CapEff", "CapPrm", "CapInh", "CapAmb"])
        expect(status).to.match(new RegExp(`^${set}:\t0+$`, "m"));
      expect(HostConfig.ReadonlyRootfs).to.equal(true);
      for (const name of ["metrics_token", "grafana_password"])
        expect(JSON.stringify(shown)).not.to.include(secret(name));
    });

  it("finds every part that runs, once, and each answers", async () => {
    const seen = await until(
      "every target was asked",
      async () => {
        const all = await targets();
        return all.length >= 6 && all.every(({ health }) => health !== "unknown") ? all : undefined;
      },
      60_000,
    );
    const lines = seen.map(({ labels, health, lastError }) => `${labels.job} ${health}${lastError}`);
    expect(lines.sort()).to.deep.equal(["app up", "jicofo up", "jvb up", "prometheus up", "prosody up", "worker up"]);
  });

  it("has what app, worker and the Jitsi parts told", async () => {
    for (const [name, job] of [
      ["balie_database_up", "app"],
      ["balie_disk_free_bytes", "worker"],
      ["jitsi_jicofo_bridge_selector_bridge_count_operational", "jicofo"],
    ]) {
      const { result } = await told<{ result: { metric: { job: string } }[] }>(`query?query=${name}`);
      expect(
        result.map(({ metric }) => metric.job),
        name,
      ).to.include(job);
    }
  });

  it("reads every rule", async () => {
    const written = fs.readFileSync(path.join(FOLDER, "appliance/monitoring/alerts.yml"), "utf8").match(/- alert: /g);
    const rules = await until("every rule was tried", async () => {
      const { groups } = await told<{ groups: { rules: Rule[] }[] }>("rules");
      const all = groups.flatMap((group) => group.rules);
      return all.every(({ health }) => health !== "unknown") ? all : undefined;
    });
    expect(rules).to.have.length(written?.length ?? 0);
    for (const { name, health, lastError } of rules) expect(`${health} ${lastError ?? ""}`, name).to.equal("ok ");
  });

  it("metrics of app and worker want the token", async () => {
    for (const service of ["app", "worker"]) {
      const url = `http://${await addressOf(service)}:8081/metrics`;
      expect((await get(url)).status, service).to.equal(401);
      expect((await get(url, { authorization: `Bearer ${"x".repeat(48)}` })).status, service).to.equal(401);
      expect((await get(url, { authorization: `Bearer ${secret("metrics_token")}` })).status, service).to.equal(200);
    }
  });

  it("Grafana answers at the server's own address and reaches Prometheus; from outside, neither is there", async () => {
    expect((await get(`http://${OPERATOR_ADDRESS}:3000/api/health`)).status).to.equal(200);
    await compose(["exec", "-T", "grafana", "curl", "-fsS", "http://prometheus:9090/-/ready"]);
    for (const port of [3000, 9090, 8081]) {
      const refusal = await get(`http://${ADDRESS}:${port}/`).then(
        () => "answered",
        (fault: NodeJS.ErrnoException) => fault.code,
      );
      expect(refusal, String(port)).to.equal("ECONNREFUSED");
    }
    for (const where of ["/metrics", "/api/v1/targets", "/api/v1/query?query=up", "/api/health", "/api/datasources"])
      expect((await ask(where)).status, where).to.equal(404);
    for (const where of ["/graph", "/targets", "/grafana", "/d/balie", "/-/ready"])
      expect((await ask(where)).body, where).not.to.match(/prometheus|grafana/i);
  });

  it("says when the worker is away, and is quiet again when it is back", async () => {
    await until("nothing is wrong", async () => (await stateOf("WorkerDown")) === undefined, 60_000);
    await compose(["stop", "worker"]);
    await until("it is suspected", async () => (await stateOf("WorkerDown")) === "pending", 90_000);
    await until("it is said", async () => (await stateOf("WorkerDown")) === "firing", 180_000);
    const firing = (await alerts()).filter(({ state, labels }) => state === "firing" && labels.severity === "page");
    expect(firing.map(({ labels }) => labels.alertname)).to.deep.equal(["WorkerDown"]);
    await start();
    await until("it is taken back", async () => (await stateOf("WorkerDown")) === undefined, 90_000);
  });
});
