import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { expect } from "chai";
import pg from "pg";
import { until } from "../../backend/test/until.ts";
import { type Booked, book, openLink, signIn } from "./support/citizen.ts";
import { operate, sql, succeed } from "./support/operator.ts";
import { isCallOffered } from "./support/person.ts";
import { addressOf, compose, ensureUp, FOLDER, secret, setting } from "./support/site.ts";

const environmentOf = async (service: string, name: string) =>
  (await compose(["exec", "-T", service, "printenv", name]).catch(() => "")).trim();

describe("configure --rotate", () => {
  let booked: Booked;
  before(async () => {
    await ensureUp();
    booked = await book();
  });

  const logIn = async (password: string) => {
    const client = new pg.Client({ host: await addressOf("postgres"), user: "balie", database: "balie", password });
    return client.connect().then(
      () => client.end().then(() => "in"),
      (fault: Error & { code?: string }) => fault.code,
    );
  };
  const worksAfterwards = async () => {
    expect(await openLink(booked)).to.deep.equal({ status: 200, id: booked.id });
    expect((await signIn()).status).to.equal(200);
    expect((await book()).token).to.have.length(43);
    await until("two people are offered a call", isCallOffered, 60_000);
  };

  it("renews every secret in what runs, and links in old mails, log-ins and bookings go on", async () => {
    const names = ["postgres_password", "app_secret", "jitsi_app_secret", "counter_control_secret", "turn_credentials"];
    const before = Object.fromEntries(names.map((name) => [name, secret(name)]));
    const sealed = await sql("select encode(link_sealed, 'hex') from appointment order by id");
    const volume = await sqlOfVolume();

    const out = await succeed("configure", ["--rotate"]);
    expect(out).to.include("Renewed:").and.include("Keep a copy of the new secrets/backup_passphrase");
    for (const name of names) expect(secret(name), name).to.not.equal(before[name]);
    await worksAfterwards();
    expect(await logIn(before["postgres_password"]!)).to.equal("28P01");
    expect(await logIn(secret("postgres_password"))).to.equal("in");
    expect(await sql("select encode(link_sealed, 'hex') from appointment order by id")).to.not.equal(sealed);
    expect(await environmentOf("prosody", "JWT_APP_SECRET")).to.equal(setting("JITSI_APP_SECRET"));
    expect(await environmentOf("prosody", "JVB_AUTH_PASSWORD")).to.equal(setting("JVB_AUTH_PASSWORD"));
    expect(await environmentOf("jvb", "JVB_AUTH_PASSWORD")).to.equal(setting("JVB_AUTH_PASSWORD"));
    expect(await sqlOfVolume(), "Prosody's accounts are new").to.not.equal(volume);
  });

  /** When Prosody's volume was made. */
  const sqlOfVolume = () => compose(["exec", "-T", "prosody", "stat", "-c", "%W %i", "/var/lib/prosody"]);

  it("of one secret leaves the others, and the running system as it is otherwise", async () => {
    const kept = secret("app_secret");
    await succeed("configure", ["--rotate", "turn_credentials"]);
    expect(secret("app_secret")).to.equal(kept);
    expect(secret("turn_credentials")).to.equal(setting("TURN_CREDENTIALS"));
    await worksAfterwards();
  });

  it("changes nothing when a link cannot be sealed anew: the database's password comes back too", async () => {
    await sql(`create table kept as select id, link_sealed from appointment where id = '${booked.id}';
      update appointment set link_sealed = decode(repeat('00', 71), 'hex') where id = '${booked.id}'`);
    const before = [secret("postgres_password"), secret("app_secret"), setting("JITSI_APP_SECRET")];
    const { code, err } = await operate("configure", ["--rotate"]);
    expect(code).to.equal(1);
    expect(err).to.include("Nothing was changed.");
    expect([secret("postgres_password"), secret("app_secret"), setting("JITSI_APP_SECRET")]).to.deep.equal(before);
    expect(await logIn(secret("postgres_password"))).to.equal("in");
    await sql(
      `update appointment a set link_sealed = kept.link_sealed from kept where kept.id = a.id; drop table kept`,
    );
    await until("the app", async () => (await openLink(booked)).status === 200);
    await worksAfterwards();
  });

  it("that is killed halfway is finished by the next run", async () => {
    const stage = path.join(FOLDER, ".configure.new");
    for (const moment of ["complete", "database-done"]) {
      const before = secret("app_secret");
      const run = spawn(path.join(FOLDER, "appliance/configure"), ["--rotate"], {
        cwd: FOLDER,
        detached: true,
        stdio: "ignore",
      });
      await until(moment, () => fs.existsSync(path.join(stage, moment)));
      process.kill(-run.pid!, "SIGKILL");
      await until("its end", () => run.signalCode !== null);
      const out = await succeed("configure", ["--non-interactive"]);
      expect(out).to.include("broke off; it is finished first");
      expect(secret("app_secret")).to.not.equal(before);
      expect(fs.existsSync(stage)).to.equal(false);
      await worksAfterwards();
    }
  });

  it("is refused while the database does not run, and changes nothing", async () => {
    await compose(["stop", "postgres"]);
    const before = secret("postgres_password");
    const { code, err } = await operate("configure", ["--rotate", "postgres_password"]);
    expect([code, secret("postgres_password")]).to.deep.equal([1, before]);
    expect(err).to.include("also lives in the database, which does not run");
    await compose(["up", "-d", "--wait"]);
  });

  it("writes no secret into what it prints, nor into docker inspect of app and worker", async () => {
    const { out, err } = await operate("configure", ["--rotate", "metrics_token"]);
    const inspected = await compose(["ps", "-q", "app", "worker"]).then(async (ids) => {
      const { command } = await import("./support/command.ts");
      return command("docker", ["inspect", ...ids.trim().split("\n")]);
    });
    const names = fs.readdirSync(path.join(FOLDER, "secrets")).filter((name) => !name.endsWith("_url"));
    for (const name of names)
      for (const line of secret(name).split("\n")) expect(out + err + inspected).to.not.include(line);
  });
});
