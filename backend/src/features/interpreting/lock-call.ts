import type { EntityManager } from "typeorm";
import { lockMeeting } from "../meetings/load-meeting.js";
import type { Meeting } from "../meetings/meeting.entity.js";
import { InterpreterCall } from "./interpreter-call.entity.js";
import { InterpreterRequest } from "./interpreter-request.entity.js";

export type LockedRequest = { meeting: Meeting; request: InterpreterRequest };
export type LockedCall = LockedRequest & { call: InterpreterCall };

/** A request for a change: its meeting's lock is its own. null when there is no such request. */
export async function lockRequest(db: EntityManager, id: string): Promise<LockedRequest | null> {
  const [found]: { meetingId: string }[] = await db.query(
    'select meeting_id "meetingId" from interpreter_request where id = $1',
    [id],
  );
  if (!found) return null;
  // One round trip, in this order, as the lock itself.
  const [meeting, request] = await Promise.all([
    lockMeeting(db, found.meetingId),
    db.findOneByOrFail(InterpreterRequest, { id }),
  ]);
  return { meeting, request };
}

/** The same of a call. */
export async function lockCall(db: EntityManager, id: string): Promise<LockedCall | null> {
  const [found]: { meetingId: string; requestId: string }[] = await db.query(
    `select r.meeting_id "meetingId", c.request_id "requestId"
     from interpreter_call c join interpreter_request r on r.id = c.request_id where c.id = $1`,
    [id],
  );
  if (!found) return null;
  const [meeting, request, call] = await Promise.all([
    lockMeeting(db, found.meetingId),
    db.findOneByOrFail(InterpreterRequest, { id: found.requestId }),
    db.findOneByOrFail(InterpreterCall, { id }),
  ]);
  return { meeting, request, call };
}
