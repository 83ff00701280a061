import fs from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { until } from "../../backend/test/until.ts";
import { book, openLink, signIn } from "./support/citizen.ts";
import { command } from "./support/command.ts";
import { BACKUPS, backUp, operate, succeed } from "./support/operator.ts";
import { compose, ensureUp, FOLDER, LAB, secret, start } from "./support/site.ts";

const SERVER = "lab-own-database";
const PASSWORD = "p@ss/w rd";
const addressOf = (database: string) =>
  `postgres://gemeente:${encodeURIComponent(PASSWORD)}@${SERVER}:5432/${database}`;

/** Asks the municipality's server itself. */
const askServer = async (statement: string, database = "loket"): Promise<string> =>
  (
    await command("docker", [
      ...["exec", "-e", `PGPASSWORD=${PASSWORD}`, SERVER, "psql", "-qAtX", "-v", "ON_ERROR_STOP=1"],
      ...["-h", "127.0.0.1", "-U", "gemeente", "-d", database, "-c", statement],
    ])
  ).trim();

function fileWith(name: string, text: string): string {
  const file = path.join(LAB, name);
  fs.writeFileSync(file, text, { mode: 0o600 });
  return file;
}

const services = async () => (await compose(["ps", "--services"])).trim().split("\n");

/** The same release in a folder of its own, as on a server that replaces a lost one; it reaches the database as this one does. */
async function onEmptyServer(work: (folder: string, env: NodeJS.ProcessEnv) => Promise<void>): Promise<void> {
  const [folder, project] = [path.join(LAB, "second"), "lab-second"];
  const isKept = (from: string) => ![".env", "secrets", ".git"].includes(path.relative(FOLDER, from));
  fs.cpSync(FOLDER, folder, { recursive: true, filter: isKept });
  const labels = [`project=${project}`, "network=mail"].map((each) => `--label=com.docker.compose.${each}`);
  await command("docker", ["network", "create", ...labels, `${project}_mail`]);
  await command("docker", ["network", "connect", `${project}_mail`, SERVER]);
  try {
    await work(folder, { COMPOSE_PROJECT_NAME: project });
  } finally {
    await command("docker", ["network", "disconnect", `${project}_mail`, SERVER]);
    const isThere = fs.existsSync(path.join(folder, ".env"));
    if (isThere) await command("docker", ["compose", "-p", project, "down", "-v"], { cwd: folder });
    else await command("docker", ["network", "rm", `${project}_mail`]);
    fs.rmSync(folder, { recursive: true });
  }
}

/** A PostgreSQL that the municipality has already, reached where app and worker go out. */
describe("a PostgreSQL of the municipality's own", () => {
  const address = fileWith("own-database-url", addressOf("loket"));
  before(async () => {
    await ensureUp();
    const settings = ["POSTGRES_USER=gemeente", "POSTGRES_DB=loket", `POSTGRES_PASSWORD=${PASSWORD}`];
    await command("docker", [
      ...["run", "-d", "--name", SERVER, "--network", "balie_mail"],
      ...[...settings.flatMap((each) => ["-e", each]), "postgres:17-trixie"],
    ]);
    await until("its answer", () => askServer("select 1"), 60_000);
    await succeed("configure", ["--non-interactive", "--backup-to", BACKUPS]);
  });
  after(async () => {
    try {
      await succeed("configure", ["--non-interactive", "--database-url", ""]);
      await compose(["up", "-d", "--wait", "--force-recreate"]);
    } finally {
      await command("docker", ["rm", "-fv", SERVER]).catch(() => undefined);
    }
  });

  it("that holds other people's tables is refused, whatever is asked", async () => {
    const archive = await backUp();
    await askServer("create database belastingen");
    await askServer("create table aanslag as select 7 as bedrag", "belastingen");
    const taxes = fileWith("taxes-url", addressOf("belastingen"));
    const { code, err } = await operate("restore", [archive, "--replace", "--database-url-file", taxes]);
    expect(code).to.equal(1);
    expect(err).to.include(`belastingen at ${SERVER} holds tables that are not ours (1), such as public.aanslag`);
    expect(await askServer("select bedrag from aanslag", "belastingen")).to.equal("7");
    expect((await signIn()).status).to.equal(200);
  });
  it("takes over an appliance that has data: one restore of its backup moves it there", async () => {
    const booked = await book();
    const archive = await backUp();
    const out = await succeed("restore", [archive, "--replace", "--database-url-file", address]);
    expect(out).to.include(`The app now uses loket at ${SERVER}.`).and.include("docker volume rm balie_postgres-data");
    expect(secret("database_url")).to.equal(addressOf("loket"));
    expect(await services())
      .to.include("app")
      .and.not.include("postgres");
    expect(await openLink(booked)).to.deep.equal({ status: 200, id: booked.id });
    expect(await askServer(`select count(*) from appointment where id = '${booked.id}'`)).to.equal("1");
    expect(await succeed("configure", ["--non-interactive"])).to.include("Nothing changed");
  });
  it("is backed up, proven beside it in a database of our own, and restored in place", async () => {
    const booked = await book();
    const archive = await backUp();
    expect(await succeed("restore", ["--drill", archive])).to.include("is proven");
    const later = await book("Karim");
    await succeed("restore", [archive, "--replace"]);
    expect([(await openLink(booked)).status, (await openLink(later)).status]).to.deep.equal([200, 404]);
    expect((await signIn()).status).to.equal(200);
  });
  it("outlives the server: on an empty one, what it holds is replaced only when that is asked for", async () => {
    const archive = await backUp();
    const later = await book("Nour");
    const passphrase = ["--passphrase-file", path.join(FOLDER, "secrets/backup_passphrase")];
    const isThere = () => askServer(`select count(*) from appointment where id = '${later.id}'`);
    await compose(["stop", "app", "worker"]);
    await onEmptyServer(async (folder, env) => {
      const { code, err } = await operate("restore", [archive, ...passphrase], env, folder);
      expect(code, err).to.equal(1);
      expect(err).to.match(/loket at lab-own-database holds data already: \d+ tables have rows\..*--replace/);
      expect(fs.existsSync(path.join(folder, ".env"))).to.equal(false);
      expect(await isThere()).to.equal("1");
      const asked = await operate("restore", [archive, ...passphrase, "--replace", "--no-start"], env, folder);
      expect(asked.code, asked.err).to.equal(0);
      expect(await isThere()).to.equal("0");
    });
    await start();
    expect((await openLink(later)).status).to.equal(404);
  });
  it("that has other people's tables beside ours is refused too", async () => {
    const booked = await book();
    const archive = await backUp();
    await askServer("create schema belasting create table aanslag (bedrag int)");
    const { code, err } = await operate("restore", [archive, "--replace"]);
    expect(code).to.equal(1);
    expect(err).to.include("holds tables that are not ours (1), such as belasting.aanslag");
    expect(await openLink(booked)).to.deep.equal({ status: 200, id: booked.id });
    await askServer("drop schema belasting cascade");
  });
  it("keeps its password when the secrets are renewed, and links go on working", async () => {
    const booked = await book();
    const url = secret("database_url");
    await succeed("configure", ["--rotate"]);
    expect(secret("database_url")).to.equal(url);
    expect(await openLink(booked)).to.deep.equal({ status: 200, id: booked.id });
    await start();
  });
  it("gives everything back to our own by a restore too", async () => {
    const booked = await book();
    const archive = await backUp();
    await succeed("restore", [archive, "--replace", "--database-url", ""]);
    expect(secret("database_url")).to.match(/@postgres:5432\/balie$/);
    expect(await services()).to.include("postgres");
    expect(await openLink(booked)).to.deep.equal({ status: 200, id: booked.id });
  });
});
