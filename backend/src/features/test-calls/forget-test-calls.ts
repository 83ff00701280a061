import type { Context } from "../../platform/context.js";

/** Test calls that ended `days` ago; their result stays on the roster. Whoever is still to be hung up is kept. The worker calls this; twice at once is harmless. */
export const forgetTestCalls = ({ db, now }: Pick<Context, "db" | "now">, days: number): Promise<unknown> =>
  db.query(
    `delete from interpreter_call where request_id is null and ended_at <= $1::timestamptz - $2 * interval '1 day'
     and not (must_hang_up and hung_up_at is null)`,
    [now, days],
  );
