import { type ChildProcess, spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { until } from "../../backend/test/until.ts";
import { ensurePackage } from "../embedded/packages.ts";
import { type Booked, book, openLink, signIn } from "./support/citizen.ts";
import { command } from "./support/command.ts";
import { BACKUPS, filesIn, leftovers, operate, rows, sql, succeed } from "./support/operator.ts";
import {
  ADDRESS,
  changeSettings,
  compose,
  containerOf,
  ensureUp,
  FOLDER,
  LAB,
  start,
  VERSION,
} from "./support/site.ts";

const version = () => /^BALIE_VERSION=(.*)$/m.exec(fs.readFileSync(path.join(FOLDER, ".env"), "utf8"))?.[1];
/** Debian's own registry, on the lab's address; undefined where it cannot be had. */
async function startRegistry(): Promise<ChildProcess | undefined> {
  const wanted = { name: "docker-registry", command: "docker-registry" };
  const { isPresent } = await ensurePackage(wanted, { say: console.log, logFile: path.join(LAB, "apt.log") });
  if (!isPresent) return undefined;
  const file = path.join(LAB, "registry.yml");
  const storage = { filesystem: { rootdirectory: path.join(LAB, "registry") } };
  fs.writeFileSync(file, JSON.stringify({ version: "0.1", storage, http: { addr: `${ADDRESS}:5000` } }));
  const registry = spawn("docker-registry", ["serve", file], { stdio: "ignore" });
  await until("the registry", async () => (await fetch(`http://${ADDRESS}:5000/v2/`)).ok);
  return registry;
}

const imageOf = async (service: string) =>
  (await command("docker", ["inspect", "-f", "{{.Image}}", await containerOf(service)])).trim();

describe("upgrade", () => {
  let booked: Booked;
  before(async () => {
    await ensureUp();
    await succeed("configure", ["--non-interactive", "--backup-to", BACKUPS]);
    booked = await book();
  });
  /** What runs next is the lab's own image again. */
  after(async () => {
    changeSettings({ BALIE_IMAGE: "balie", BALIE_VERSION: VERSION });
    await start();
  });

  /** Our image with one file changed, under another version. */
  async function makeImage(tag: string, file = "", text = ""): Promise<void> {
    const folder = fs.mkdtempSync(path.join(LAB, "image-"));
    const change = file ? `COPY changed.js /app/backend/dist/${file}\n` : "";
    fs.writeFileSync(path.join(folder, "changed.js"), text, { mode: 0o644 });
    fs.writeFileSync(path.join(folder, "Dockerfile"), `FROM balie:${VERSION}\nLABEL made=${tag}\n${change}`);
    await command("docker", ["build", "-q", "-t", `balie:${tag}`, folder]);
  }
  async function saveImage(tag: string): Promise<string> {
    const file = path.join(LAB, `${tag}.tar`);
    await command("docker", ["save", "-o", file, `balie:${tag}`]);
    await command("docker", ["rmi", `balie:${tag}`]);
    return file;
  }
  const asBefore = async (counts: string, image: string) => {
    expect([version(), await imageOf("app"), await imageOf("worker")]).to.deep.equal([VERSION, image, image]);
    expect(await rows()).to.equal(counts);
    expect(await openLink(booked)).to.deep.equal({ status: 200, id: booked.id });
    expect((await signIn()).status).to.equal(200);
    expect(leftovers()).to.deep.equal([]);
    expect(await command("docker", ["images", "-q", "balie-before-upgrade"])).to.equal("");
  };

  it("with a migration that fails after it changed the database goes back: same rows, same image, healthy", async () => {
    await makeImage(
      "lab-bad-migration",
      "migrate.js",
      `import pg from "pg"; import { readFileSync } from "node:fs";
       const client = new pg.Client({ connectionString: readFileSync(process.env.DATABASE_URL_FILE, "utf8") });
       await client.connect(); await client.query("create table half_done (); delete from appointment");
       console.error("column citizen_name cannot be dropped"); process.exit(1);`,
    );
    const [counts, image] = [await rows(), await imageOf("app")];
    const file = await saveImage("lab-bad-migration");
    const { code, out } = await operate("upgrade", ["--load", file, "--version", "lab-bad-migration"]);
    expect(code, out).to.equal(1);
    expect(out).to.include("The migration failed: column citizen_name cannot be dropped Going back to lab.");
    expect(out).to.include("As before: lab runs and is healthy.");
    expect(await sql("select to_regclass('half_done') is null")).to.equal("t");
    await asBefore(counts, image);
  });

  it("to an app that does not become healthy goes back", async () => {
    await makeImage("lab-sick", "main.js", `console.error("no"); process.exit(1);`);
    const [counts, image] = [await rows(), await imageOf("app")];
    const file = await saveImage("lab-sick");
    const { code, out } = await operate("upgrade", ["--load", file, "--version", "lab-sick"], { START_SECONDS: "40" });
    expect(code, out).to.equal(1);
    expect(out).to.include("lab-sick did not become healthy. Going back to lab.");
    expect(out).to.include(
      "are still those that were brought for this upgrade. The earlier ones fit better: git checkout",
    );
    await asBefore(counts, image);
  });

  it("is refused before anything stops: no room, no such file, something unhealthy, an older version", async () => {
    const refusal = async (args: string[], env = {}) => {
      const { code, err } = await operate("upgrade", args, env);
      expect(code, err).to.equal(1);
      return err;
    };
    expect(await refusal(["--load", "x"], { NEEDED_MEGABYTES: "99999999" })).to.include("make room first");
    expect(await refusal(["--load", "/nowhere.tar", "--version", "lab-x"])).to.include(
      "Nothing was changed: lab runs on.",
    );
    expect(await refusal(["--version", "lab-x"])).to.include("names no registry to pull from");
    await compose(["stop", "worker"]);
    expect(await refusal(["--build"])).to.match(/Not healthy now: worker/);
    await compose(["up", "-d", "--wait"]);
    expect((await signIn()).status).to.equal(200);
  });

  it("from a file without internet runs the new version, and its log holds no secret", async () => {
    await makeImage("lab-2");
    const file = await saveImage("lab-2");
    const counts = await rows();
    const before = await imageOf("app");
    const out = await succeed("upgrade", ["--load", file, "--version", "lab-2"]);
    expect(out).to.include("Upgraded to lab-2; all is healthy.");
    expect([version(), await rows()]).to.deep.equal(["lab-2", counts]);
    expect(await imageOf("app")).to.not.equal(before);
    expect(await openLink(booked)).to.deep.equal({ status: 200, id: booked.id });
    const log = fs.readFileSync(path.join(FOLDER, "operator.log"), "utf8");
    expect(log).to.include("Upgraded to lab-2");
    for (const name of fs.readdirSync(path.join(FOLDER, "secrets")))
      expect(log).to.not.include(fs.readFileSync(path.join(FOLDER, "secrets", name), "utf8").trim());
  });

  it("by pull from a registry runs the new version", async function () {
    const registry = await startRegistry();
    if (!registry) return this.skip();
    try {
      const name = `${ADDRESS}:5000/balie`;
      await makeImage("lab-3");
      await command("docker", ["tag", "balie:lab-3", `${name}:lab-3`]);
      await command("docker", ["push", "-q", `${name}:lab-3`]);
      await command("docker", ["rmi", `${name}:lab-3`, "balie:lab-3"]);
      await command("docker", ["tag", "balie:lab-2", `${name}:lab-2`]);
      changeSettings({ BALIE_IMAGE: name });
      expect(await succeed("upgrade", ["--version", "lab-3"])).to.include("Upgraded to lab-3; all is healthy.");
      expect(await openLink(booked)).to.deep.equal({ status: 200, id: booked.id });
      const { err } = await operate("upgrade", ["--version", "lab-4"]);
      expect(err).to.include("The images of lab-4 could not be had (see above). Nothing was changed: lab-3 runs on.");
    } finally {
      registry.kill();
    }
  });
  it("leaves our own image, built here, alone when the others are pulled", async () => {
    await compose(["pull", "app", "worker", "migrate", "prepare"]);
  });
  it("from one file with all images, an emptied engine brings everything back without pulling any", async function () {
    this.timeout(400_000);
    const file = path.join(LAB, "images.tar.gz");
    const names = (await compose(["config", "--images"])).trim().split("\n");
    expect(await succeed("save-images", [file])).to.match(/images\.tar\.gz \(.*\): \d+ images/);
    await compose(["down"]);
    await command("docker", ["rmi", "-f", ...new Set(names)]);
    await command("docker", ["load", "-q", "-i", file]);
    fs.rmSync(file);
    await compose(["up", "-d", "--wait", "--wait-timeout", "120", "--pull", "never"]);
    expect(await openLink(booked)).to.deep.equal({ status: 200, id: booked.id });
  });

  it("names the image that is missing before it writes anything", async () => {
    const { code, out, err } = await operate("save-images", [path.join(LAB, "images.tar.gz")], {
      JITSI_TAG: "nowhere",
    });
    expect([code, out]).to.deep.equal([1, ""]);
    expect(err).to.match(/^The image \S+:nowhere is not here: docker compose pull/);
    expect(filesIn(LAB)).not.to.include("images.tar.gz").and.not.to.include("images.tar.gz.part");
  });
});
