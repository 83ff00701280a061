import type { EntityManager } from "typeorm";
import { announce } from "../../platform/live/announce.js";
import { orderRoom } from "../meetings/order-room.js";
import { closeRequest } from "./close-request.js";
import { endCall, leaveRoster } from "./end-call.js";
import { findOpenCall } from "./find-open-call.js";
import { InterpreterCall } from "./interpreter-call.entity.js";
import type { LockedCall, LockedRequest } from "./lock-call.js";
import { tellHunt } from "./tell-hunt.js";

/** Ends a search, and whoever is rung or connected is hung up: by the clerk's wish, or as the meeting is over. A call that is connected ends when Prosody tells that its leg has left, or its browser has left, so that its minutes are exact.
    A second time changes nothing. The caller holds the meeting's lock. */
export async function stopRequest(db: EntityManager, locked: LockedRequest, at: Date): Promise<void> {
  const { meeting, request } = locked;
  if (request.endedAt) return;
  const call = await findOpenCall(db, request.id);
  if (call?.state === "dialling") await endCall(db, { ...locked, call }, { state: "unanswered", at });
  if (call?.state === "connected") await letGoOf(db, { ...locked, call }, at);
  await closeRequest(db, locked, { state: request.state === "connected" ? "ended" : "withdrawn", at });
  await tellHunt(db, request.id);
  await announce(db, `counter:${meeting.counterId}`);
}

async function letGoOf(db: EntityManager, locked: LockedCall, at: Date) {
  const { call } = locked;
  if (call.awaySince) return endCall(db, locked, { state: "ended", at: call.awaySince });
  if (call.medium === "phone") await db.update(InterpreterCall, { id: call.id }, { mustHangUp: true });
  else await orderRoom(db, call.room, call.id, at);
  await leaveRoster(db, call.id);
}
