import type { EntityManager } from "typeorm";
import type { Context, VoiceMenu } from "../../platform/context.js";
import { announce } from "../../platform/live/announce.js";
import { Arrival } from "../meetings/arrival.entity.js";
import type { Meeting } from "../meetings/meeting.entity.js";
import { planAgainWhenNobodyWaits } from "../meetings/plan-again.js";
import { lockCaller } from "./lock-caller.js";

/** A caller hung up before their telephone went to the room: the place in the queue is given up. Who was admitted may call again. A second time, and a call that nobody knows, changes nothing. */
export async function hangUp({ db }: Context<VoiceMenu>, { ticket }: { ticket: string }): Promise<void> {
  const caller = await lockCaller(db, ticket);
  if (caller) await leaveLine(db, caller.meeting, caller.arrival);
}

/** The caller of this holds the meeting's lock. */
export async function leaveLine(db: EntityManager, meeting: Meeting, { id, state }: Pick<Arrival, "id" | "state">) {
  await db.update(Arrival, { id }, { seenAt: null, ...(state === "waiting" ? { state: "left" as const } : {}) });
  await planAgainWhenNobodyWaits(db, meeting);
  await announce(db, `counter:${meeting.counterId}`);
}
