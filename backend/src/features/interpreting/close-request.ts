import type { WhyNobody } from "@balie/contract/interpreters";
import type { EntityManager } from "typeorm";
import { announce } from "../../platform/live/announce.js";
import { InterpreterRequest } from "./interpreter-request.entity.js";
import type { LockedRequest } from "./lock-call.js";

type Close =
  | { state: "ended" | "withdrawn"; why?: null; at: Date }
  | { state: "unanswered" | "failed"; why: WhyNobody; at: Date };

/** The search is over. The caller holds the meeting's lock. */
export async function closeRequest(db: EntityManager, { meeting, request }: LockedRequest, close: Close) {
  const change = { state: close.state, why: close.why ?? null, endedAt: close.at, dueAt: null, leasedUntil: null };
  await db.update(InterpreterRequest, { id: request.id }, change);
  Object.assign(request, change);
  await announce(db, `counter:${meeting.counterId}`);
}
