import { randomBytes } from "node:crypto";
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
  await runAsAdmin(adminUrl, `create database ${name} template template0 encoding 'UTF8'`);

  const url = Object.assign(new URL(adminUrl), { pathname: `/${name}` }).href;
  const dataSource = createDataSource(url, schema, 5);
  await dataSource.initialize();
  await dataSource.runMigrations();
  await migrateQueue(url);
  return {
    url,
    dataSource,
    drop: async () => {
      if (dataSource.isInitialized) await dataSource.destroy();
      await runAsAdmin(adminUrl, `drop database if exists ${name} with (force)`);
    },
  };
}

async function runAsAdmin(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
