import type { EntityManager } from "typeorm";
import type { Job } from "../../platform/queue/job-queue.js";
import { isDeserted } from "./hear-citizen.js";

/** When a request's turn comes: when it is due, unless a worker holds it. */
const turnAt = "greatest(r.due_at, coalesce(r.leased_until, r.due_at))";

/** What is due, what a dead worker left, what must be hung up, what its meeting left behind by its end, and whose citizen hung up: each as a new turn, so that no job of a worker that died stands in the way. */
export async function findDueRequests(db: EntityManager): Promise<Job[]> {
  const [due]: [Job[], number] = await db.query(
    `update interpreter_request set turn = turn + 1
     where id in (
       select r.id from interpreter_request r join meeting m on m.id = r.meeting_id
       where ${turnAt} <= now()
         or exists (select from interpreter_call c where c.request_id = r.id and c.must_hang_up and c.hung_up_at is null)
         or ${isDeserted}
         or r.ended_at is null and (m.status <> 'in_progress' or exists (
              select from interpreter_call c where c.request_id = r.id and c.state in ('dialling', 'connected') and c.room <> m.room))
       order by r.due_at nulls last limit 500 for update of r skip locked)
     returning id "rowId", turn attempts`,
  );
  return due;
}

/** What becomes due within so many milliseconds, and in how many. */
export const findDueSoon = (db: EntityManager, withinMs: number): Promise<(Job & { waitMs: number })[]> =>
  db.query(
    `select r.id "rowId", r.turn attempts, ceil(extract(epoch from ${turnAt} - now()) * 1000)::int "waitMs"
     from interpreter_request r where ${turnAt} > now() and ${turnAt} <= now() + make_interval(secs => $1::float / 1000)`,
    [withinMs],
  );

const newsPatienceSeconds = 300;

/** Legs that Prosody hung up and never told of: over since then. */
export const endUntold = (db: EntityManager): Promise<unknown> =>
  db.query(
    `update interpreter_call set state = 'ended', ended_at = greatest(connected_at, hung_up_at)
     where state = 'connected' and hung_up_at < now() - make_interval(secs => $1)`,
    [newsPatienceSeconds],
  );
