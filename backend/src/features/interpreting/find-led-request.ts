import type { ClerkActor, Context } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { leads, maySee } from "../meetings/meeting.policy.js";
import { type LockedRequest, lockRequest } from "./lock-call.js";

/** A request of the meeting that this clerk leads, for a change. Refused: 404 not_found, 403 forbidden (who does not lead), 410 meeting_ended. */
export async function findLedRequest({ db, actor }: Context<ClerkActor>, requestId: string): Promise<LockedRequest> {
  const locked = await lockRequest(db, requestId);
  if (!locked || !maySee(actor, locked.meeting)) throw new Refusal(404, "not_found");
  if (!leads(actor, locked.meeting)) throw new Refusal(403, "forbidden");
  if (locked.meeting.status !== "in_progress") throw new Refusal(410, "meeting_ended");
  return locked;
}
