import type { EntityManager } from "typeorm";
import { announce } from "../../platform/live/announce.js";
import { InterpreterCall } from "./interpreter-call.entity.js";
import { InterpreterRequest } from "./interpreter-request.entity.js";
import type { LockedCall } from "./lock-call.js";

/** Somebody answered: the interpreter is in the meeting, and the search has found. `at` is Prosody's time. The caller holds the meeting's lock. */
export async function connectCall(
  db: EntityManager,
  { meeting, request, call }: LockedCall,
  at: Date,
  now: Date,
): Promise<void> {
  await db.update(InterpreterCall, { id: call.id }, { state: "connected", connectedAt: at, ringsUntil: null });
  await db.update(
    InterpreterRequest,
    { id: request.id },
    { state: "connected", connectedAt: at, dueAt: null, leasedUntil: null },
  );
  await db.query("update guest set state = 'admitted', told_at = $2 where id = $1 and state = 'announced'", [
    call.id,
    now,
  ]);
  await announce(db, `counter:${meeting.counterId}`);
}
