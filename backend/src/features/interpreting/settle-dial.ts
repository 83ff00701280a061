import type { EntityManager } from "typeorm";
import type { DialAnswer } from "../../platform/calls/counter-control.js";
import { postpone } from "./claim-request.js";
import { closeRequest } from "./close-request.js";
import { endCall } from "./end-call.js";
import { lockCall } from "./lock-call.js";
import { startRinging } from "./start-ringing.js";
import { seekNext, tellHunt } from "./tell-hunt.js";

const againAfterSeconds = 1;

/** What came of a dial; `no_word`: Prosody did not answer. Nothing is done for a call of which more was heard meanwhile. */
export async function settleDial(
  db: EntityManager,
  callId: string,
  answer: DialAnswer["is"] | "no_word",
  ringSeconds: number,
  now: Date,
): Promise<void> {
  const locked = await lockCall(db, callId);
  if (locked?.call.state !== "dialling") return;
  if (answer === "ringing" || answer === "gone") return startRinging(db, locked, ringSeconds);
  const isWorthRepeating = answer === "no_word" || answer === "no_room";
  if (isWorthRepeating && (await isInTime(db, callId))) return postpone(db, locked.request.id, againAfterSeconds);
  if (answer === "refused") {
    await endCall(db, locked, { state: "refused", at: now });
    return void (await seekNext(db, locked.request.id));
  }
  await endCall(db, locked, { state: "failed", at: now });
  await closeRequest(db, locked, { state: "failed", why: "no_phone", at: now });
  await tellHunt(db, locked.request.id);
}

/** Prosody starts, or everybody comes back to the room after it did: the same call is dialled again, for as long as it would have rung. */
async function isInTime(db: EntityManager, callId: string): Promise<boolean> {
  const [{ inTime }] = await db.query('select rings_until > now() "inTime" from interpreter_call where id = $1', [
    callId,
  ]);
  return inTime;
}
