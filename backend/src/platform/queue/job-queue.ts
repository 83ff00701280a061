import { createPostgresBackend, type PostgresConnectionOptions, Queue, Worker } from "bullmq";
import { createQueuePool } from "./queue-pool.js";

/** A job: the id of the row that holds all the rest, and how often it was tried before. */
export type Job = { rowId: string; attempts: number };

export type JobQueue = {
  /** A job that is there already is left alone. */
  add: (jobs: Job[]) => Promise<void>;
  /** Takes no more jobs, and waits for those under way. */
  stop: () => Promise<void>;
};

export type JobQueueOptions = {
  databaseUrl: string;
  name: string;
  concurrency: number;
  /** Does what is due for the row; it alone knows what to do after a failure. */
  run: (rowId: string) => Promise<unknown>;
  onFault: (fault: unknown) => void;
};

/** Never an integer and without a colon, which BullMQ keeps for itself. The attempt is part of it: a job that a dead worker still holds
    must not stand in the way of the next try. */
const jobId = ({ rowId, attempts }: Job) => `${rowId}_${attempts}`;

/** BullMQ spreads jobs over the processes and limits how many run at once. Nothing else is left to it: jobs are forgotten when they
    finish, since adding a finished job's id again is silently ignored, and the rows own attempts and the next try. */
export async function startJobQueue({
  databaseUrl,
  name,
  concurrency,
  run,
  onFault,
}: JobQueueOptions): Promise<JobQueue> {
  const pool = createQueuePool(databaseUrl, 3, onFault);
  // BullMQ describes the driver's pool a little differently than the driver's own types.
  const connection = pool as unknown as PostgresConnectionOptions;
  const queue = new Queue(
    name,
    {
      connection,
      defaultJobOptions: { removeOnComplete: true, removeOnFail: true, attempts: 1 },
      streams: { events: { maxLen: 100 } },
    },
    createPostgresBackend,
  );
  queue.on("error", onFault);
  const worker = new Worker(
    name,
    async (job) => void (await run(job.data.rowId)),
    {
      connection,
      concurrency,
      // A dead worker's jobs come back after this, as often as it takes: the row decides when to give up.
      lockDuration: 15_000,
      stalledInterval: 10_000,
      maxStalledCount: 1_000,
      runRetryDelay: 1_000,
    },
    createPostgresBackend,
  );
  worker.on("error", onFault);
  await Promise.all([queue.waitUntilReady(), worker.waitUntilReady()]);
  return {
    add: async (jobs) => {
      if (jobs.length > 0) await queue.addBulk(jobs.map((job) => ({ name, data: job, opts: { jobId: jobId(job) } })));
    },
    stop: async () => {
      await worker.close();
      await queue.close();
      await pool.end();
    },
  };
}
