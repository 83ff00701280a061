import type { EntityManager } from "typeorm";
import { closeRequest } from "./close-request.js";
import { endCall } from "./end-call.js";
import type { LockedCall } from "./lock-call.js";
import { seekNext } from "./tell-hunt.js";

type Loss = { because: "refused" | "unanswered" | "failed"; at: Date };

/** A leg is gone that was in the room: whoever had answered has hung up or dropped, and the request is over; before the answer the search goes on at once. The caller holds the meeting's lock. */
export async function loseLeg(db: EntityManager, locked: LockedCall, { because, at }: Loss): Promise<void> {
  const { request, call } = locked;
  if (call.state === "dialling") {
    await endCall(db, locked, { state: because, at });
    await seekNext(db, request.id);
  }
  if (call.state === "connected") {
    await endCall(db, locked, { state: "ended", at });
    if (request.state === "connected") await closeRequest(db, locked, { state: "ended", at: call.endedAt ?? at });
  }
}
