import pg from "pg";
import { configOrExit } from "./config.js";
import { setUpDemo } from "./demo.js";
import { openDatabaseOrExit } from "./platform/database/open-database.js";
import { migrateQueue } from "./platform/queue/migrate-queue.js";
import { schema } from "./schema.js";

/** Any number: held by whoever migrates, so that two that start at once come one after the other. */
const migrationLock = 4_210_119;

/** Brings the database to this version; `--demo` sets up the demo municipality where there is none. */
const config = configOrExit();
const dataSource = await openDatabaseOrExit(config.DATABASE_URL, schema, 2);
const lock = new pg.Client({ connectionString: config.DATABASE_URL });
await lock.connect();
await lock.query("select pg_advisory_lock($1)", [migrationLock]);
await dataSource.runMigrations();
await migrateQueue(config.DATABASE_URL);
if (process.argv.includes("--demo")) {
  if (!config.DEMO_CLERK_PASSWORD)
    throw new Error("Set DEMO_CLERK_PASSWORD for the demo clerks, 12 characters or more.");
  await setUpDemo(dataSource, { email: config.DEMO_CLERK_EMAIL, password: config.DEMO_CLERK_PASSWORD });
}
await dataSource.destroy();
await lock.end();
