import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect } from "chai";

/** By Prometheus' own tool, from Debian's package. */
const promtool = (...args: string[]): string => {
  try {
    return execFileSync("promtool", args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    return `FAILED ${stdout}${stderr}`;
  }
};
const here = (file: string) => path.join(import.meta.dirname, file);

describe("Prometheus", () => {
  it("takes the configuration, with its files where the containers have them", () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "balie-prometheus-"));
    fs.writeFileSync(path.join(folder, "token"), "m".repeat(40));
    fs.copyFileSync(here("alerts.yml"), path.join(folder, "alerts.yml"));
    const config = fs
      .readFileSync(here("prometheus.yml"), "utf8")
      .replaceAll("/run/secrets/metrics_token", path.join(folder, "token"))
      .replaceAll("/etc/prometheus", folder);
    fs.writeFileSync(path.join(folder, "prometheus.yml"), config);
    expect(promtool("check", "config", path.join(folder, "prometheus.yml"))).to.match(/is valid prometheus config/);
    fs.rmSync(folder, { recursive: true });
  });
  it("takes the alerts", () => {
    expect(promtool("check", "rules", here("alerts.yml"))).to.match(/SUCCESS: \d+ rules found/);
  });
  it("fires each alert in its scene, and not before", () => {
    const said = promtool("test", "rules", here("alerts.test.yml"));
    expect(said)
      .to.match(/SUCCESS/)
      .and.not.match(/FAILED/);
  });
});
