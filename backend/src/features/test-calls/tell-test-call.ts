import type { EntityManager } from "typeorm";

/** There is something to do at once; the workers hear it with the commit. Each time has a turn of its own, and so a job of its own. */
export const tellTestCall = (db: EntityManager, id: string): Promise<unknown> =>
  db.query(
    `with told as (update test_call set turn = turn + 1 where id = $1 returning id, turn)
     select pg_notify('test_call', id || ' ' || turn) from told`,
    [id],
  );

/** There is something to do in so many seconds; the workers set their timers anew. */
export async function putOff(db: EntityManager, id: string, seconds: number): Promise<void> {
  await db.query("update test_call set due_at = now() + make_interval(secs => $2), leased_until = null where id = $1", [
    id,
    seconds,
  ]);
  await db.query("select pg_notify('test_call', '')");
}
