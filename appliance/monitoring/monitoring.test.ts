import fs from "node:fs";
import path from "node:path";
import { collectDefaultMetrics, Registry } from "@prometheus-io/client";
import { expect } from "chai";

const read = (file: string) => fs.readFileSync(path.join(import.meta.dirname, file), "utf8");
const dashboard = JSON.parse(read("grafana/dashboards/balie.json"));
const alerts = read("alerts.yml");
const alertNames = [...alerts.matchAll(/- alert: (\w+)/g)].map(([, name]) => name!);
const expressions = [
  ...dashboard.panels.flatMap(({ targets = [] }: any) => targets.map(({ expr }: any) => expr as string)),
  ...[...alerts.matchAll(/ {8}expr: (.*)/g)].map(([, expr]) => expr!),
];

/** What is really told, and what Jitsi's sources name. */
const known = (): Set<string> => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const ours = [...read("../../docs/metrics.md").matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name!);
  const jitsi = read("../test-data/jitsi-metrics.txt").match(/^jitsi_\w+$/gm)!;
  return new Set([...ours, ...jitsi, ...registry.getMetricsAsArray().map(({ name }) => name)]);
};

describe("the monitoring", () => {
  it("names only metrics that there are, in alerts and on the dashboard", () => {
    const names = expressions.flatMap((expr) => expr.match(/\b(balie|jitsi|process|nodejs)_\w+/g) ?? []);
    const isKnown = (name: string) => known().has(name) || known().has(name.replace(/_(bucket|count|sum)$/, ""));
    expect(names).to.have.length.greaterThan(30);
    expect([...new Set(names)].filter((name) => !isKnown(name))).to.deep.equal([]);
  });
  it("says with every alert what is the matter, what to do, and how urgent it is", () => {
    for (const block of alerts.split("- alert: ").slice(1))
      expect(block).to.match(/severity: (page|warn|info) }\n +annotations:\n +summary: ".+\."\n +do: (["']).+\.\2\n/);
  });
  it("has a scene for every alert", () => {
    const scenes = read("alerts.test.yml");
    expect(alertNames).to.have.length.greaterThan(15);
    expect(alertNames.filter((name) => !scenes.includes(`alertname="${name}"`))).to.deep.equal([]);
  });
  it("asks the parts at the ports where they tell", () => {
    const jobs = [...read("prometheus.yml").matchAll(/names: \[(\w+)\], type: A, port: (\d+)/g)];
    expect(jobs.map(([, name, port]) => `${name}:${port}`)).to.deep.equal([
      "app:8081",
      "worker:8081",
      "prosody:5280",
      "jicofo:8888",
      "jvb:8080",
      "jigasi:8788",
    ]);
  });
  it("reads the token from a file, for app and worker alone", () => {
    expect(read("prometheus.yml").match(/credentials_file: \/run\/secrets\/metrics_token/g)).to.have.length(2);
    expect(read("prometheus.yml")).to.not.match(/credentials:|password/);
  });
  it("has a dashboard whose panels do not overlap", () => {
    const taken = new Set<string>();
    for (const {
      title,
      gridPos: { x, y, w, h },
    } of dashboard.panels)
      for (let column = x; column < x + w; column += 1)
        for (let line = y; line < y + h; line += 1) {
          expect(column, title).to.be.lessThan(24);
          expect(taken.has(`${column}/${line}`), title).to.equal(false);
          taken.add(`${column}/${line}`);
        }
  });
});
