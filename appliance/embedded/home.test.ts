import { spawn } from "node:child_process";
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { expect } from "chai";
import { openHome, randomSecret, takeLock } from "./home.ts";
import { claimPort, freePort, isPortFree, preferPort } from "./ports.ts";
import { isAlive, startTicksOf } from "./process-table.ts";

describe("the home folder", () => {
  let folder: string;

  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), "balie-home-"));
  });

  afterEach(() => fs.rmSync(folder, { recursive: true }));

  it("refuses a second instance and says where the first one is", async () => {
    const home = await openHome(folder, "http://localhost:8080");
    const error = await openHome(folder, "http://localhost:9090").catch((one) => one);
    expect(error.message).to.equal(
      `Balie already runs (process ${process.pid}): open http://localhost:8080, or stop it first (kill ${process.pid}).`,
    );
    home.release();
  });

  it("takes over the lock of a process that is gone, or whose number went to another", () => {
    const file = path.join(folder, "lock");
    for (const stale of [
      { pid: 2 ** 22 + 1, startTicks: "1", url: "" },
      { pid: process.pid, startTicks: "1", url: "" },
    ]) {
      fs.writeFileSync(file, JSON.stringify(stale));
      takeLock(file, "here");
      expect(JSON.parse(fs.readFileSync(file, "utf8"))).to.include({ pid: process.pid, url: "here" });
      fs.rmSync(file);
    }
  });

  it("keeps its secrets from one start to the next, readable by nobody else", async () => {
    const first = await openHome(folder, "");
    first.release();
    const second = await openHome(folder, "");
    second.release();
    expect(second.secrets).to.deep.equal(first.secrets);
    expect(first.secrets.appSecret).to.match(/^[A-Za-z0-9]{48}$/);
    expect(first.secrets.demoClerkPassword).to.match(/^([a-z]+-){3}\d{4}$/);
    expect(fs.statSync(path.join(folder, "secrets.json")).mode & 0o777).to.equal(0o600);
  });

  it("says what to do when the secrets are damaged", async () => {
    fs.writeFileSync(path.join(folder, "secrets.json"), "{");
    const error = await openHome(folder, "").catch((one) => one);
    expect(error).to.have.property("name", "Refusal");
    expect(error.message).to.include("is damaged: restore it");
  });

  it("ends the processes that a killed launcher left, and nobody else's", async () => {
    const ours = spawn("sleep", ["61"]);
    const stranger = spawn("sleep", ["62"]);
    const remembered = (pid: number, marker: string, startTicks = startTicksOf(pid)) => ({
      name: "worker",
      pid,
      startTicks,
      marker,
    });
    fs.writeFileSync(
      path.join(folder, "pids.json"),
      JSON.stringify([
        remembered(ours.pid as number, "sleep 61"),
        remembered(stranger.pid as number, "worker.js"),
        remembered(stranger.pid as number, "sleep 62", "1"),
      ]),
    );
    const home = await openHome(folder, "");
    expect(isAlive(ours.pid as number)).to.equal(false);
    expect(isAlive(stranger.pid as number)).to.equal(true);
    stranger.kill();
    home.release();
  });

  it("makes secrets of 48 letters and digits", () => {
    expect(randomSecret()).to.match(/^[A-Za-z0-9]{48}$/);
  });
});

describe("ports", () => {
  it("refuses a busy port in one sentence that names the setting", async () => {
    const server = net.createServer();
    const port = await freePort();
    await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
    const error = await claimPort(port, "Balie's pages", "BALIE_PORT").catch((one) => one);
    expect(error.message).to.equal(
      `Port ${port} for Balie's pages is taken by another program: stop that one, or start with BALIE_PORT=${port + 1000}.`,
    );
    expect(await preferPort(port)).to.not.equal(port);
    server.close();
  });

  it("counts a port as busy that answers on ::1, where a browser may look first", async function () {
    const server = net.createServer();
    const port = await freePort();
    const hasIpv6 = await new Promise<boolean>((resolve) => {
      server.once("error", () => resolve(false)).listen(port, "::1", () => resolve(true));
    });
    if (!hasIpv6) return this.skip();
    expect(await isPortFree(port)).to.equal(false);
    server.close();
  });
});
