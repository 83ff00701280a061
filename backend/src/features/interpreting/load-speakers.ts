import type { EntityManager } from "typeorm";
import type { Interpreter } from "../interpreters/interpreter.entity.js";
import type { InterpreterRequest } from "./interpreter-request.entity.js";

export type Speaker = Pick<Interpreter, "id" | "name" | "address" | "email" | "hours" | "awayFrom" | "awayUntil"> & {
  /** They were in this meeting and dropped out, or keep it free: the clerk wants them, also past their hours. */
  isCalledAgain: boolean;
};

/** Who of the roster knows a request's language and is in no call, in the order in which they are asked: whoever dropped out of this meeting or keeps it free, then by rank, among equals whoever was called
    longest ago; last whoever keeps another appointment free about now. Nobody whom this request has called before. */
export const loadSpeakers = (
  db: EntityManager,
  { id, language, callAgainId }: InterpreterRequest,
  now: Date,
): Promise<Speaker[]> =>
  db.query(
    `select i.id, i.name, i.address, i.email, i.hours, i.away_from::text "awayFrom", i.away_until::text "awayUntil",
            i.id is not distinct from $3 "isCalledAgain"
     from interpreter i
     where i.is_active and $2 = any(i.languages)
       and not exists (select from interpreter_call c
                       where c.interpreter_id = i.id and (c.request_id = $1 or c.state in ('dialling', 'connected')))
     order by "isCalledAgain" desc,
       exists (select from interpreter_reservation v where v.interpreter_id = i.id and v.state = 'confirmed'
               and tstzrange(v.starts_at - interval '30 minutes', v.ends_at) @> $4::timestamptz), i.rank, i.last_called_at nulls first, i.id`,
    [id, language, callAgainId, now],
  );
