import type { Localised } from "@balie/contract/languages";
import type { EntityManager } from "typeorm";
import type { ClerkActor, Context } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { announce } from "../../platform/live/announce.js";
import { Clerk } from "../clerks/clerk.entity.js";
import { announceGuest } from "../meetings/announce-guest.js";
import { Colleague } from "./colleague.entity.js";
import { findOwnRequest } from "./find-own-request.js";
import { loadHomeCounter } from "./load-home-counter.js";

/** The colleague comes, or does not. Who comes is announced to the citizen first. The same answer again changes nothing.
    Refused: 404 not_found, 410 meeting_ended, 409 colleague_withdrawn, colleague_answered (otherwise). */
export async function answerRequest(
  context: Context<ClerkActor>,
  { requestId, accepts }: { requestId: string; accepts: boolean },
): Promise<void> {
  const { db, now } = context;
  const { request, meeting } = await findOwnRequest(context, requestId);
  const answer = accepts ? "accepted" : "declined";
  if (request.state === answer) return;
  if (request.state === "withdrawn") throw new Refusal(409, "colleague_withdrawn");
  if (request.state !== "asked") throw new Refusal(409, "colleague_answered");
  const guest = accepts
    ? await announceGuest(db, meeting, { role: "colleague", ...(await whoIs(db, request.clerkId)) }, now)
    : null;
  await db.update(Colleague, { id: requestId }, { state: answer, answeredAt: now, guestId: guest?.id ?? null });
  await announce(db, `counter:${meeting.counterId}`);
}

async function whoIs(db: EntityManager, clerkId: string): Promise<{ name: string; counterName: Localised | null }> {
  const { name } = await db.findOneByOrFail(Clerk, { id: clerkId });
  return { name, counterName: await loadHomeCounter(db, clerkId) };
}
