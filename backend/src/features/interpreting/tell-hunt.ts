import type { EntityManager } from "typeorm";

/** There is something to do for a request; the workers hear it with the commit. Each time has a turn of its own, and so a job of its own. */
export const tellHunt = (db: EntityManager, requestId: string): Promise<unknown> =>
  db.query(
    `with told as (update interpreter_request set turn = turn + 1 where id = $1 returning id, turn)
     select pg_notify('interpreting', id || ' ' || turn) from told`,
    [requestId],
  );

/** The next interpreter is to be called, at once. */
export const seekNext = (db: EntityManager, requestId: string): Promise<unknown> =>
  db.query(
    `with sought as (
       update interpreter_request set state = 'queued', due_at = now(), leased_until = null, turn = turn + 1
       where id = $1 and state in ('queued', 'dialling') returning id, turn)
     select pg_notify('interpreting', id || ' ' || turn) from sought`,
    [requestId],
  );

/** Something becomes due soon: the workers set their timers anew. */
export const tellTimers = (db: EntityManager): Promise<unknown> => db.query("select pg_notify('interpreting', '')");
