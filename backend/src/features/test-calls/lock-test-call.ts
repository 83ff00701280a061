import type { EntityManager } from "typeorm";
import { InterpreterCall } from "../interpreting/interpreter-call.entity.js";
import { TestCall } from "./test-call.entity.js";

export type LockedTestCall = { test: TestCall; call: InterpreterCall };

/** A test call for a change. null when there is none of this id. */
export async function lockTestCall(db: EntityManager, id: string): Promise<LockedTestCall | null> {
  const [found] = await db.query(
    "select c.id from interpreter_call c join test_call t on t.id = c.id where c.id = $1 for update of c",
    [id],
  );
  if (!found) return null;
  const [call, test] = await Promise.all([
    db.findOneByOrFail(InterpreterCall, { id }),
    db.findOneByOrFail(TestCall, { id }),
  ]);
  return { test, call };
}
