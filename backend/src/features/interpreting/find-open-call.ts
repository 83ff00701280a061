import { type EntityManager, In } from "typeorm";
import { InterpreterCall } from "./interpreter-call.entity.js";

/** The request's call that rings or is connected, if there is one. */
export const findOpenCall = (db: EntityManager, requestId: string): Promise<InterpreterCall | null> =>
  db.findOneBy(InterpreterCall, { requestId, state: In(["dialling", "connected"]) });
