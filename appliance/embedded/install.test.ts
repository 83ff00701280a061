import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { installationStamp, isInstalled, npmFailureSentence, STAMP_FILE, writeStamp } from "./install.mjs";

const BOOTSTRAP = fileURLToPath(new URL("./bootstrap.mjs", import.meta.url));
const LOCK = {
  packages: {
    "": {},
    backend: {},
    "node_modules/koa": { version: "3.3.0" },
    "node_modules/elsewhere": { version: "1.0.0", optional: true },
  },
};

describe("the installation", () => {
  let root: string;

  beforeEach(() => {
    root = fs.mkdtempSync(path.join(os.tmpdir(), "balie-install-"));
    write("package.json", { workspaces: ["backend"] });
    write("backend/package.json", { name: "backend" });
    write("package-lock.json", LOCK);
  });

  afterEach(() => fs.rmSync(root, { recursive: true }));

  it("is needed in a fresh checkout", () => {
    expect(isInstalled(root)).to.equal(false);
  });

  it("is done once the stamp fits, and needed again when the lock or what a package.json asks for changes", () => {
    fs.mkdirSync(path.join(root, "node_modules"));
    const changed: [string, object][] = [
      ["package-lock.json", { packages: {} }],
      ["package.json", { workspaces: ["backend"], overrides: { koa: "1.0.0" } }],
      ["backend/package.json", { name: "backend", dependencies: { koa: "4.0.0" } }],
    ];
    for (const [file, content] of changed) {
      writeStamp(root);
      expect(isInstalled(root)).to.equal(true);
      write(file, content);
      expect(isInstalled(root), file).to.equal(false);
    }
  });

  it("is still done when only a script changes", () => {
    fs.mkdirSync(path.join(root, "node_modules"));
    writeStamp(root);
    write("package.json", { workspaces: ["backend"], scripts: { start: "something else" } });
    expect(isInstalled(root)).to.equal(true);
  });

  it("is recognised when npm was run by hand, and stamped then", () => {
    write("node_modules/.package-lock.json", { packages: { "node_modules/koa": { version: "3.3.0" } } });
    expect(isInstalled(root)).to.equal(true);
    expect(fs.readFileSync(path.join(root, STAMP_FILE), "utf8").trim()).to.equal(installationStamp(root));
  });

  it("is not taken for done when a package.json asks for more than the lock file holds", () => {
    write("node_modules/.package-lock.json", { packages: { "node_modules/koa": { version: "3.3.0" } } });
    write("backend/package.json", { name: "backend", dependencies: { left: "1.0.0" } });
    expect(isInstalled(root)).to.equal(false);
  });

  it("is not taken for done when npm left another version, or was interrupted", () => {
    write("node_modules/koa/package.json", {});
    expect(isInstalled(root)).to.equal(false);
    write("node_modules/.package-lock.json", { packages: { "node_modules/koa": { version: "2.0.0" } } });
    expect(isInstalled(root)).to.equal(false);
  });

  it("tells each of npm's failures in one sentence", () => {
    const told = (output: string) => npmFailureSentence(output, "npm.log");
    expect(told("npm error code ENOTFOUND\nnpm error errno ENOTFOUND")).to.match(
      /^The npm registry cannot be reached \(ENOTFOUND\)/,
    );
    expect(told("npm error code ENOSPC")).to.match(/^The disk became full/);
    expect(told("npm error code EUSAGE")).to.include('run "npm install" once');
    expect(told("npm error code EACCES")).to.include("may not write");
    expect(told("npm error code E418\nnpm error I am a teapot")).to.include("E418: I am a teapot");
    expect(told("npm error code E418")).to.include("The log is in npm.log.");
  });

  it("an unknown command is refused with the known ones", () => {
    const { status, stderr } = spawnSync(process.execPath, [BOOTSTRAP, "stat"], { encoding: "utf8" });
    expect(status).to.equal(1);
    expect(stderr.trim().split("\n")).to.deep.equal([
      'Unknown command "stat": use one of start, test, bench, soak, drill, lab, or run [--tsx] <script.ts>.',
    ]);
  });

  function write(file: string, content: object): void {
    fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    fs.writeFileSync(path.join(root, file), JSON.stringify(content));
  }
});
