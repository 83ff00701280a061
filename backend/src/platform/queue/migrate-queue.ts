import { runMigrations } from "bullmq";
import pg from "pg";
import { queueSchema } from "./queue-pool.js";

/** Brings BullMQ's own tables to the installed version; again changes nothing, and simultaneous callers wait for the first. */
export async function migrateQueue(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: "balie-migrate" });
  await client.connect();
  try {
    await runMigrations(client, queueSchema);
  } finally {
    await client.end();
  }
}
