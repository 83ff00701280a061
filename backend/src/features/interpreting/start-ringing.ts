import type { EntityManager } from "typeorm";
import { announce } from "../../platform/live/announce.js";
import type { LockedCall } from "./lock-call.js";
import { tellTimers } from "./tell-hunt.js";

/** The leg is in the room: it rings from now on, for so long. The gateway's answer and Prosody's event both tell it; the first counts. The caller holds the meeting's lock. */
export async function startRinging(db: EntityManager, { meeting, call }: LockedCall, seconds: number): Promise<void> {
  const [[started]] = await db.query(
    `update interpreter_call set is_ringing = true, rings_until = now() + make_interval(secs => $2)
     where id = $1 and state = 'dialling' and not is_ringing returning request_id, rings_until`,
    [call.id, seconds],
  );
  if (!started) return;
  await db.query(
    "update interpreter_request set due_at = $2, leased_until = null where id = $1 and state = 'dialling'",
    [started.request_id, started.rings_until],
  );
  await tellTimers(db);
  await announce(db, `counter:${meeting.counterId}`);
}
