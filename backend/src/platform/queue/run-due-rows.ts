import { listen } from "../live/listen.js";
import { type Job, startJobQueue } from "./job-queue.js";
import { repeat } from "./repeat.js";

export type DueJob = Job & { waitMs: number };
export type DueRows = {
  databaseUrl: string;
  /** Of the queue, and of the channel by which the workers hear: "<row's id> <turn>" for what is due at once, nothing for what will be soon. */
  name: string;
  concurrency: number;
  sweepSeconds: number;
  run: (rowId: string) => Promise<unknown>;
  /** Each with a new turn, and so a job of its own: no job of a worker that died stands in the way. */
  findDue: () => Promise<Job[]>;
  findDueSoon: (withinMs: number) => Promise<DueJob[]>;
  /** What else is done at each look at the rows. */
  tidy?: () => Promise<unknown>;
  /** Another channel whose news calls for a look at the rows. */
  alsoOn?: string;
  onFault: (fault: unknown) => void;
  observer?: { swept: () => void; reconnected: () => void };
};

/** Does what rows are due for, on any number of processes. What there is to do is heard by LISTEN at once; what becomes due at a time has a timer; the sweep finds all the rest: what a crash left behind.
    @returns how to stop: nothing new is begun, and the step under way is finished. */
export async function runDueRows(rows: DueRows): Promise<{ stop: () => Promise<void> }> {
  const { databaseUrl, name, concurrency, onFault, observer } = rows;
  const sweepMs = rows.sweepSeconds * 1_000;
  const timers = new Map<string, NodeJS.Timeout>();
  const run = (rowId: string) => rows.run(rowId).catch(onFault);
  const jobs = await startJobQueue({ databaseUrl, name, concurrency, run, onFault });
  const addSoon = async () => {
    for (const { waitMs, ...job } of await rows.findDueSoon(sweepMs + 500)) {
      clearTimeout(timers.get(job.rowId));
      const add = () => {
        timers.delete(job.rowId);
        jobs.add([job]).catch(onFault);
      };
      timers.set(job.rowId, setTimeout(add, waitMs));
    }
  };
  const sweep = repeat(
    sweepMs,
    async () => {
      await jobs.add(await rows.findDue());
      await addSoon();
      await rows.tidy?.();
      observer?.swept();
    },
    onFault,
  );
  const hear = (payload: string) => {
    if (payload === "") return void addSoon().catch(onFault);
    const [rowId = "", turn] = payload.split(" ");
    jobs.add([{ rowId, attempts: Number(turn) }]).catch(onFault);
  };
  const channels = { [name]: hear, ...(rows.alsoOn ? { [rows.alsoOn]: sweep.hurry } : {}) };
  const listener = await listen(databaseUrl, channels, () => {
    observer?.reconnected();
    sweep.hurry();
  });
  return {
    stop: async () => {
      await listener.stop();
      await sweep.stop();
      for (const timer of timers.values()) clearTimeout(timer);
      await jobs.stop();
    },
  };
}
