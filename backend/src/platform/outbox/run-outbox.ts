import { listen } from "../live/listen.js";
import { describeFault } from "../log.js";
import { startJobQueue } from "../queue/job-queue.js";
import { repeat } from "../queue/repeat.js";
import { findDueMessages } from "./claim-message.js";
import { type Outbox, sendMessage } from "./send-message.js";

const sweepEveryMs = 5_000;
const concurrency = 5;

/** Sends what is due, on any number of processes. A fresh message is heard by LISTEN at once; the sweep adds a job for whatever else is
    due and has none: reminders, next tries, and what a crash left behind. No job is added ahead of its time.
    @returns how to stop: nothing new is begun, and what is being sent is finished. */
export async function runOutbox(databaseUrl: string, outbox: Outbox): Promise<{ stop: () => Promise<void> }> {
  const onFault = (fault: unknown) =>
    outbox.log.warn({ fault: describeFault(fault) }, "the outbox goes on after a fault");
  const jobs = await startJobQueue({
    databaseUrl,
    name: "outbox",
    concurrency,
    run: (id) => sendMessage(outbox, id, new Date()),
    onFault,
  });
  const sweepOnce = async () => {
    await jobs.add(await findDueMessages(outbox.dataSource.manager));
    outbox.observer?.swept();
  };
  const sweep = repeat(sweepEveryMs, sweepOnce, onFault);
  const listener = await listen(
    databaseUrl,
    { outbox: (id) => void jobs.add([{ rowId: id, attempts: 0 }]).catch(onFault) },
    () => {
      outbox.observer?.reconnected();
      sweep.hurry();
    },
  );
  return {
    stop: async () => {
      await listener.stop();
      await sweep.stop();
      await jobs.stop();
    },
  };
}
