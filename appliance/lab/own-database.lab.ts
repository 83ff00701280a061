import fs from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { until } from "../../backend/test/until.ts";
import { book, openLink, signIn } from "./support/citizen.ts";
import { command } from "./support/command.ts";
import { BACKUPS, backUp, succeed } from "./support/operator.ts";
import { compose, ensureUp, FOLDER, fillDemo, secret, start } from "./support/site.ts";

const SERVER = "lab-own-database";
const PASSWORD = "p@ss/w rd";

/** A PostgreSQL that the municipality has already, reached where app and worker go out. */
describe("a PostgreSQL of the municipality's own", () => {
  before(async () => {
    await ensureUp();
    await command("docker", [
      ...[
        "run",
        "-d",
        "--name",
        SERVER,
        "--network",
        "balie_mail",
        "-e",
        "POSTGRES_USER=gemeente",
        "-e",
        "POSTGRES_DB=loket",
      ],
      ...["-e", `POSTGRES_PASSWORD=${PASSWORD}`, "postgres:17-trixie"],
    ]);
    const isReady = ["exec", SERVER, "psql", "-h", "127.0.0.1", "-U", "gemeente", "-d", "loket", "-c", "select 1"];
    await until(
      "its answer",
      () => command("docker", [...isReady.slice(0, 1), "-e", `PGPASSWORD=${PASSWORD}`, ...isReady.slice(1)]),
      60_000,
    );
    const url = `postgres://gemeente:${encodeURIComponent(PASSWORD)}@${SERVER}:5432/loket`;
    const file = path.join(FOLDER, "..", "own-database-url");
    fs.writeFileSync(file, url, { mode: 0o600 });
    await compose(["stop", "postgres"]);
    await succeed("configure", ["--non-interactive", "--database-url-file", file, "--backup-to", BACKUPS]);
    await compose(["up", "-d", "--wait", "--force-recreate"]);
    await fillDemo();
  });
  after(async () => {
    await command("docker", ["rm", "-fv", SERVER]).catch(() => undefined);
    await succeed("configure", ["--non-interactive", "--database-url", ""]);
    await compose(["up", "-d", "--wait", "--force-recreate"]);
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
  it("keeps its password when the secrets are renewed, and links go on working", async () => {
    const booked = await book();
    const url = secret("database_url");
    await succeed("configure", ["--rotate"]);
    expect(secret("database_url")).to.equal(url);
    expect(await openLink(booked)).to.deep.equal({ status: 200, id: booked.id });
    await start();
  });
});
