import type { ChangeInterpreterInput } from "@balie/contract/interpreters";
import { QueryFailedError } from "typeorm";
import type { ClerkActor, Context } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { Interpreter } from "./interpreter.entity.js";
import { refuseOthers } from "./refuse-others.js";

/** Writes somebody on the roster down anew; what a test call found holds for the address that it rang. Refused: 403 forbidden, 404 not_found; 409 interpreter_known, when that name stands there with that address already. */
export async function changeInterpreter(
  { db, actor }: Context<ClerkActor>,
  { interpreterId, ...input }: ChangeInterpreterInput,
): Promise<Interpreter> {
  refuseOthers(actor);
  await db.query("update interpreter set tested_at = null, test_result = null where id = $1 and address <> $2", [
    interpreterId,
    input.address,
  ]);
  const { affected } = await db.update(Interpreter, { id: interpreterId }, input).catch(refuseDouble);
  if (!affected) throw new Refusal(404, "not_found");
  return db.findOneByOrFail(Interpreter, { id: interpreterId });
}

const uniqueViolation = "23505";

function refuseDouble(fault: unknown): never {
  if (fault instanceof QueryFailedError && fault.driverError.code === uniqueViolation)
    throw new Refusal(409, "interpreter_known");
  throw fault;
}
