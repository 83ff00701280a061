import type { EntityManager } from "typeorm";
import { describeFault } from "../../platform/log.js";
import type { Job } from "../../platform/queue/job-queue.js";
import { type DueJob, runDueRows } from "../../platform/queue/run-due-rows.js";
import { pursueTestCall, type TestCalls } from "./pursue-test-call.js";

/** Seconds between looks at the rows. */
export const testCallSweepSeconds = 2;

/** Makes the test calls, on any number of processes, as the searches go on. @returns how to stop. */
export const runTestCalls = (
  databaseUrl: string,
  tests: TestCalls,
  observer?: { swept: () => void; reconnected: () => void },
): Promise<{ stop: () => Promise<void> }> => {
  const db = tests.dataSource.manager;
  return runDueRows({
    ...{ databaseUrl, name: "test_call", concurrency: 5, sweepSeconds: testCallSweepSeconds },
    run: (id) => pursueTestCall(tests, id),
    findDue: () => findDue(db),
    findDueSoon: (withinMs) => findDueSoon(db, withinMs),
    onFault: (fault) => tests.log.warn({ fault: describeFault(fault) }, "test calls go on after a fault"),
    ...(observer ? { observer } : {}),
  });
};

const turnAt = "greatest(t.due_at, coalesce(t.leased_until, t.due_at))";

/** What is due, what a dead worker left, and what must be hung up: each as a new turn. */
async function findDue(db: EntityManager): Promise<Job[]> {
  const [due]: [Job[], number] = await db.query(
    `update test_call set turn = turn + 1
     where id in (
       select t.id from test_call t join interpreter_call c on c.id = t.id
       where ${turnAt} <= now() or c.must_hang_up and c.hung_up_at is null
       order by t.due_at nulls last limit 100 for update of t skip locked)
     returning id "rowId", turn attempts`,
  );
  return due;
}

const findDueSoon = (db: EntityManager, withinMs: number): Promise<DueJob[]> =>
  db.query(
    `select t.id "rowId", t.turn attempts, ceil(extract(epoch from ${turnAt} - now()) * 1000)::int "waitMs"
     from test_call t where ${turnAt} > now() and ${turnAt} <= now() + make_interval(secs => $1::float / 1000)`,
    [withinMs],
  );
