import type { EntityManager } from "typeorm";
import type { Context, VoiceMenu } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { announce } from "../../platform/live/announce.js";
import { Arrival } from "../meetings/arrival.entity.js";
import { Meeting } from "../meetings/meeting.entity.js";
import { answerCaller, type Caller, type Expect } from "./answer-caller.js";
import { placeOutside } from "./caller.rules.js";
import type { Answered } from "./caller.view.js";
import { lockCaller } from "./lock-caller.js";

/** The voice menu asks again for a caller who is on the line. Whoever was silent for too long stands at the end of the queue. Refused: 404 not_found (also when another call came in its place). */
export async function keepLine(
  { db, now }: Context<VoiceMenu>,
  { ticket }: { ticket: string },
  expect: Expect,
): Promise<Answered> {
  const caller = await lockCaller(db, ticket);
  if (!caller) throw new Refusal(404, "not_found");
  const outside = placeOutside(caller, now);
  if (outside) return { place: outside, position: null, ticket: null, appointment: caller.appointment };
  await noteOnLine(db, caller, now);
  return answerCaller(db, caller, expect, now);
}

/** Consoles hear of it only when it changes what they show. */
async function noteOnLine(db: EntityManager, { meeting, arrival }: Caller, now: Date) {
  const wasGone = arrival.seenAt === null || arrival.state === "left";
  const change = {
    seenAt: now,
    ...(arrival.state === "left" ? { state: "waiting" as const, arrivedAt: now } : {}),
  };
  await db.update(Arrival, { id: arrival.id }, change);
  Object.assign(arrival, change);
  if (meeting.status === "planned") {
    await db.update(Meeting, { id: meeting.id }, { status: "waiting" });
    meeting.status = "waiting";
  }
  if (wasGone) await announce(db, `counter:${meeting.counterId}`);
}
