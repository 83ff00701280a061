import type { TestCallView } from "@balie/contract/interpreters";
import type { EntityManager } from "typeorm";

/** The test calls of the last minutes, each interpreter's newest. */
export const loadTestCalls = (db: EntityManager): Promise<TestCallView[]> =>
  db.query(
    `select distinct on (c.interpreter_id) c.id, c.interpreter_id "interpreterId",
            case when t.withdrawn_at is not null and c.ended_at is not null then 'withdrawn' else c.state end state
     from interpreter_call c join test_call t on t.id = c.id
     where c.ended_at is null or c.dialled_at > now() - interval '10 minutes'
     order by c.interpreter_id, c.dialled_at desc`,
  );
