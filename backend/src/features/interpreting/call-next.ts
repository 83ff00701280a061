import type { EntityManager } from "typeorm";
import type { ClerkActor, Context } from "../../platform/context.js";
import { endCall } from "./end-call.js";
import { findLedRequest } from "./find-led-request.js";
import { findOpenCall } from "./find-open-call.js";
import { refuseWithoutRight } from "./refuse-without-right.js";
import { seekNext } from "./tell-hunt.js";

/** The clerk lets the one who is being rung be, and the next is called. Where nobody is rung it changes nothing, nor does a second click, before the next name was seen.
    Refused: 404 not_found, 403 forbidden (who does not lead), may_not_phone, 410 meeting_ended. */
export async function callNext(context: Context<ClerkActor>, { requestId }: { requestId: string }): Promise<void> {
  const { db, actor, now } = context;
  const locked = await findLedRequest(context, requestId);
  await refuseWithoutRight(db, actor);
  const call = await findOpenCall(db, requestId);
  if (call?.state !== "dialling" || (await isFresh(db, call.id))) return;
  await endCall(db, { ...locked, call }, { state: "unanswered", at: now });
  await seekNext(db, requestId);
}

async function isFresh(db: EntityManager, callId: string): Promise<boolean> {
  const [{ fresh }] = await db.query(
    "select dialled_at > now() - interval '1 second' fresh from interpreter_call where id = $1",
    [callId],
  );
  return fresh;
}
