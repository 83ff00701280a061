import type { TestResult } from "@balie/contract/interpreters";
import type { EntityManager } from "typeorm";
import { announce } from "../../platform/live/announce.js";
import { InterpreterCall } from "../interpreting/interpreter-call.entity.js";
import type { LockedTestCall } from "./lock-test-call.js";
import { putOff, tellTestCall } from "./tell-test-call.js";

/** Whoever answers hears nobody: long enough to be sure, no longer. */
export const testSeconds = 5;

/** The leg is in the room: it rings from now on, for so long. The gateway's answer and Prosody's event both tell it; the first counts. */
export async function startRinging(db: EntityManager, { call }: LockedTestCall, seconds: number): Promise<void> {
  if (call.state !== "dialling" || call.isRinging) return;
  await db.query(
    "update interpreter_call set is_ringing = true, rings_until = now() + make_interval(secs => $2) where id = $1",
    [call.id, seconds],
  );
  call.isRinging = true;
  await putOff(db, call.id, seconds);
  await announce(db, "roster");
}

/** Somebody answered: the number works. They are hung up soon. `at` is Prosody's time. */
export async function connect(db: EntityManager, locked: LockedTestCall, at: Date): Promise<void> {
  const change = { state: "connected" as const, connectedAt: at, ringsUntil: null };
  await db.update(InterpreterCall, { id: locked.call.id }, change);
  Object.assign(locked.call, change);
  await noteResult(db, locked, "connected", at);
  await putOff(db, locked.call.id, testSeconds);
  await announce(db, "roster");
}

/** The call is over. Its leg is hung up in any case, so that an answer that comes too late is put out. */
export async function end(
  db: EntityManager,
  locked: LockedTestCall,
  state: "ended" | "unanswered" | "refused" | "failed",
  at: Date,
): Promise<void> {
  const { call, test } = locked;
  // Two clocks: Prosody told when it was answered, and we may end it.
  const endedAt = call.connectedAt && at < call.connectedAt ? call.connectedAt : at;
  await db.update(InterpreterCall, { id: call.id }, { state, endedAt, ringsUntil: null, mustHangUp: true });
  await db.query("update test_call set due_at = null, leased_until = null where id = $1", [call.id]);
  if (state !== "ended" && !test.withdrawnAt) await noteResult(db, locked, state, at);
  await tellTestCall(db, call.id);
  await announce(db, "roster");
}

/** A connected call is over when Prosody tells that its leg has left. */
export async function hangUp(db: EntityManager, { call }: LockedTestCall): Promise<void> {
  await db.update(InterpreterCall, { id: call.id }, { mustHangUp: true, hungUpAt: null });
  await db.query("update test_call set due_at = null, leased_until = null where id = $1", [call.id]);
  await tellTestCall(db, call.id);
}

/** For the roster; another address, written down since, was not tried. */
const noteResult = (db: EntityManager, { call, test }: LockedTestCall, result: TestResult, at: Date) =>
  db.query("update interpreter set tested_at = $2, test_result = $3 where id = $1 and address = $4", [
    call.interpreterId,
    at,
    result,
    test.address,
  ]);
