import { createHash, randomBytes } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { resolve } from "node:path";
import pg from "pg";
import type { DataSource } from "typeorm";
import { createDataSource } from "../src/platform/database/data-source.js";
import { migrateQueue } from "../src/platform/queue/migrate-queue.js";
import { schema } from "../src/schema.js";

export type TestDatabase = { url: string; dataSource: DataSource; drop: () => Promise<void> };

/** A real database of the caller's own, migrated; `drop` closes the data source and removes it, whoever is still connected.
    TEST_DATABASE_URL is the address of a PostgreSQL 17 for a role that may create databases. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const adminUrl = process.env["TEST_DATABASE_URL"];
  if (!adminUrl) throw new Error("Set TEST_DATABASE_URL to a PostgreSQL 17 whose role may create databases.");
  const name = `balie_test_${randomBytes(6).toString("hex")}`;
  template ??= findTemplate(adminUrl);
  await asAdmin(adminUrl, async (admin) => admin.query(`create database ${name} template ${await template}`));

  const url = addressOf(adminUrl, name);
  const dataSource = createDataSource(url, schema, 5);
  await dataSource.initialize();
  return {
    url,
    dataSource,
    drop: async () => {
      if (dataSource.isInitialized) await dataSource.destroy();
      await asAdmin(adminUrl, (admin) => admin.query(`drop database if exists ${name} with (force)`));
    },
  };
}

const migrations = resolve(import.meta.dirname, "../src/migrations");
let template: Promise<string> | undefined;

/** A migrated database to copy, which takes a tenth of migrating one: made by the first process that asks for these very migrations. */
async function findTemplate(adminUrl: string): Promise<string> {
  const hash = createHash("sha256");
  for (const file of (await readdir(migrations)).sort()) hash.update(await readFile(resolve(migrations, file)));
  const name = `balie_migrated_${hash.digest("hex").slice(0, 12)}`;
  await asAdmin(adminUrl, async (admin) => {
    await admin.query("select pg_advisory_lock(hashtext($1))", [name]);
    const { rowCount } = await admin.query("select from pg_database where datname = $1", [name]);
    if (rowCount) return;
    await admin.query(`drop database if exists ${name}_begun`);
    await admin.query(`create database ${name}_begun template template0 encoding 'UTF8'`);
    await migrate(addressOf(adminUrl, `${name}_begun`));
    await admin.query(`alter database ${name}_begun rename to ${name}`);
  });
  return name;
}

async function migrate(url: string): Promise<void> {
  const dataSource = createDataSource(url, schema, 1);
  await dataSource.initialize();
  await dataSource.runMigrations();
  await dataSource.destroy();
  await migrateQueue(url);
}

function addressOf(adminUrl: string, name: string): string {
  return Object.assign(new URL(adminUrl), { pathname: `/${name}` }).href;
}

async function asAdmin(url: string, run: (admin: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  await run(client).finally(() => client.end());
}
