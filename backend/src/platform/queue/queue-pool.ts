import pg from "pg";

/** BullMQ's tables live beside ours in one database, so one dump holds both. */
export const queueSchema = "bullmq";

/** The connections of a queue and its worker. BullMQ's commands name no schema, hence the search path. A broken connection is told to
    `onError` and replaced by the pool; without a listener on each client, one that breaks while in use would end the process.
    @param max one for the worker's LISTEN, and one at least for the commands. */
export function createQueuePool(databaseUrl: string, max: number, onError: (fault: unknown) => void): pg.Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max,
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
    application_name: "balie-queue",
    options: `-c search_path=${queueSchema}`,
  });
  pool.on("error", onError);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}
