import type { EntityManager } from "typeorm";
import { announce } from "../../platform/live/announce.js";
import { orderRoom } from "../meetings/order-room.js";
import { InterpreterCall } from "./interpreter-call.entity.js";
import type { LockedCall } from "./lock-call.js";
import { closeLink } from "./reach-by-link.js";

type End = { state: "ended" | "unanswered" | "refused" | "failed"; at: Date };

/** One call is over. Its leg is hung up in any case, so that an answer that comes too late is put out; and so is a browser. What becomes of the search is the caller's, who holds the meeting's lock. */
export async function endCall(db: EntityManager, { meeting, call }: LockedCall, { state, at }: End): Promise<void> {
  // Two clocks: Prosody told when it was answered, and we may end it.
  const endedAt = call.connectedAt && at < call.connectedAt ? call.connectedAt : at;
  const change = { state, endedAt, ringsUntil: null, mustHangUp: call.medium === "phone", awaySince: null };
  await db.update(InterpreterCall, { id: call.id }, change);
  Object.assign(call, change);
  await leaveRoster(db, call.id);
  if (call.medium === "video") {
    await orderRoom(db, call.room, call.id, at);
    await closeLink(db, call.id, call.connectedAt !== null);
  }
  await announce(db, `counter:${meeting.counterId}`);
}

/** They belong in the room no more. Whom the clerk put out stays removed. */
export const leaveRoster = async (db: EntityManager, guestId: string): Promise<void> =>
  void (await db.query("update guest set state = 'left' where id = $1 and state in ('announced', 'admitted')", [
    guestId,
  ]));
