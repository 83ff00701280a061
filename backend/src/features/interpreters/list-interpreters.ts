import type { ClerkActor, Context } from "../../platform/context.js";
import { Interpreter } from "./interpreter.entity.js";
import { refuseOthers } from "./refuse-others.js";

/** The whole roster, as it is called; who is not active comes last. Refused: 403 forbidden. */
export async function listInterpreters({ db, actor }: Context<ClerkActor>): Promise<Interpreter[]> {
  refuseOthers(actor);
  return db.find(Interpreter, { order: { isActive: "DESC", rank: "ASC", name: "ASC", id: "ASC" } });
}
