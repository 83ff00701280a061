import pg from "pg";
import { codeOf, describeFailure, explainConnection } from "./describe-failure.js";
import { type Finding, fault, ok, warning } from "./finding.js";

type Database = { databaseUrl: string /** Their names, in order. */; migrations: string[] };

const majorVersion = 17;

/** The database is there, can be written, is of the right version and has this version's tables. */
export async function checkDatabase({ databaseUrl, migrations }: Database): Promise<Finding> {
  const client = await connect(databaseUrl);
  if ("state" in client) return client;
  try {
    const version = Number((await client.query("show server_version_num")).rows[0].server_version_num);
    const major = Math.floor(version / 10_000);
    if (major !== majorVersion)
      return fault(
        `the database is PostgreSQL ${major}`,
        `Balie needs PostgreSQL ${majorVersion}: restore a backup into one (appliance/restore).`,
      );
    return (
      (await unwritable(client)) ??
      (await unmigrated(client, migrations)) ??
      ok(`PostgreSQL ${major}, tables up to date`)
    );
  } finally {
    await client.end();
  }
}

/** How far the clock of the database is from ours: tokens and times of mails compare the two. */
export async function checkDatabaseClock({ databaseUrl }: { databaseUrl: string }): Promise<Finding> {
  const client = await connect(databaseUrl);
  if ("state" in client) return client;
  try {
    const askedAt = Date.now();
    const { rows } = await client.query("select clock_timestamp() as now");
    const offMs = rows[0].now.getTime() - (askedAt + Date.now()) / 2;
    const seen = `the clocks of the database and of this server are ${(Math.abs(offMs) / 1_000).toFixed(1)} s apart`;
    if (Math.abs(offMs) < 5_000) return ok(seen);
    return fault(seen, "Let both servers follow a time server: timedatectl set-ntp true.");
  } finally {
    await client.end();
  }
}

async function connect(connectionString: string): Promise<pg.Client | Finding> {
  const client = new pg.Client({
    connectionString,
    connectionTimeoutMillis: 6_000,
    query_timeout: 6_000,
    application_name: "balie-doctor",
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return client;
  } catch (failure) {
    return unreachable(failure, new URL(connectionString));
  }
}

function unreachable(failure: unknown, { host }: URL): Finding {
  const code = codeOf(failure);
  if (code === "28P01" || code === "28000")
    return fault(
      "the database does not accept our password",
      "Restore secrets/ as it was, or renew the password in both places: appliance/configure --rotate postgres_password.",
    );
  if (code === "3D000")
    return fault(
      "the server has no database of that name",
      "Restore a backup (appliance/restore), or create it and run docker compose up -d.",
    );
  if (code === "57P03")
    return fault("the database is starting or recovering", "Wait a minute and run appliance/doctor again.");
  if (code === "53300")
    return fault(
      "the database has no connection left",
      "Raise max_connections, or see who holds them: select * from pg_stat_activity.",
    );
  return fault(
    `the database at ${host} does not answer: ${explainConnection(failure) ?? describeFailure(failure)}`,
    "docker compose ps postgres, then docker compose logs postgres; with a database of your own, check secrets/database_url and its firewall.",
  );
}

async function unwritable(client: pg.Client): Promise<Finding | undefined> {
  try {
    await client.query("begin");
    await client.query("create table balie_doctor_was_here (id int)");
    return undefined;
  } catch (failure) {
    const isFull = codeOf(failure) === "53100";
    return fault(
      `the database cannot be written: ${describeFailure(failure)}`,
      isFull
        ? "Its disk is full: make room (docker system df, old backups); the database then goes on by itself."
        : "It is a read-only copy or lacks rights: point secrets/database_url at the primary, with a role that owns its database.",
    );
  } finally {
    await client.query("rollback").catch(() => undefined);
  }
}

async function unmigrated(client: pg.Client, migrations: string[]): Promise<Finding | undefined> {
  const { rows } = await client.query("select to_regclass('migrations') as found");
  const done: string[] = rows[0].found
    ? (await client.query("select name from migrations")).rows.map(({ name }) => name)
    : [];
  const missing = migrations.filter((name) => !done.includes(name));
  const unknown = done.filter((name) => !migrations.includes(name));
  if (missing.length > 0)
    return fault(
      `the database lacks ${missing.join(", ")}`,
      "docker compose up -d migrate, then docker compose logs migrate.",
    );
  if (unknown.length > 0)
    return warning(
      `the database is newer than this version (${unknown.join(", ")})`,
      "Run the version that it belongs to: appliance/upgrade.",
    );
  return undefined;
}
