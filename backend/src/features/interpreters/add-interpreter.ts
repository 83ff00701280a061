import type { AddInterpreterInput } from "@balie/contract/interpreters";
import type { ClerkActor, Context } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { Interpreter } from "./interpreter.entity.js";
import { refuseOthers } from "./refuse-others.js";

/** Puts somebody on the roster. The same requestId again answers the same interpreter, as they are now. Refused: 403 forbidden; 409 interpreter_known, when that name stands there with that address. */
export async function addInterpreter(
  { db, actor }: Context<ClerkActor>,
  { requestId, ...input }: AddInterpreterInput,
): Promise<Interpreter> {
  refuseOthers(actor);
  const values = { id: requestId, ...input };
  await db.createQueryBuilder().insert().into(Interpreter).values(values).orIgnore().execute();
  const interpreter = await db.findOneBy(Interpreter, { id: requestId });
  if (!interpreter) throw new Refusal(409, "interpreter_known");
  return interpreter;
}
