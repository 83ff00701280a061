import { QueryFailedError } from "typeorm";
import type { ClerkActor, Context } from "../../platform/context.js";
import { Interpreter } from "./interpreter.entity.js";
import { refuseOthers } from "./refuse-others.js";

const foreignKeyViolation = "23503";

/** Takes somebody off the roster. Whoever was called is kept for those calls, and never called again. Removed already: nothing changes. Refused: 403 forbidden. */
export async function removeInterpreter(
  { db, actor }: Context<ClerkActor>,
  { interpreterId }: { interpreterId: string },
): Promise<void> {
  refuseOthers(actor);
  try {
    // A savepoint: the calls' own table says whether there are any, and features below this one have it.
    await db.transaction(async (within) => {
      // Nobody else wants to know of a test call that is over; whose leg may still come has to be hung up.
      await within.query(
        `delete from interpreter_call where interpreter_id = $1 and request_id is null and ended_at is not null and hung_up_at is not null`,
        [interpreterId],
      );
      await within.delete(Interpreter, { id: interpreterId });
    });
  } catch (fault) {
    if (!(fault instanceof QueryFailedError) || fault.driverError.code !== foreignKeyViolation) throw fault;
    await db.update(Interpreter, { id: interpreterId }, { isActive: false });
  }
}
