import { randomUUID } from "node:crypto";
import type { EntityManager } from "typeorm";
import type { Expected } from "../../platform/calls/counter-control.js";
import { announce } from "../../platform/live/announce.js";
import type { Appointment } from "../appointments/appointment.entity.js";
import { Arrival } from "../meetings/arrival.entity.js";
import { loadPositions } from "../meetings/load-positions.js";
import type { Meeting } from "../meetings/meeting.entity.js";
import { Occupant } from "../meetings/occupant.entity.js";
import type { Answered } from "./caller.view.js";
import { expectedSeconds, expectedSince, isExpecting } from "./is-expecting.js";

/** Tells the room's keeper whose telephone comes next. Rejects when it gives no word. */
export type Expect = (leg: Expected) => Promise<void>;
export type Caller = { appointment: Appointment; meeting: Meeting; arrival: Arrival };

/** A caller is on the line: where they stand, and once a clerk has admitted them, their room. The caller of this holds the meeting's lock. */
export async function answerCaller(db: EntityManager, caller: Caller, expect: Expect, now: Date): Promise<Answered> {
  const { appointment, meeting, arrival } = caller;
  const ticket = arrival.tabId;
  if (arrival.state === "admitted" && meeting.status === "in_progress")
    return (await leadIn(db, caller, expect, now))
      ? { room: meeting.room! }
      : { place: "call", position: null, ticket, appointment };
  const position = (await loadPositions(db, [meeting], now)).get(meeting.id) ?? null;
  return { place: "queue", position, ticket, appointment };
}

/** One telephone at a time: until the one that is expected has come, or its time is over, no other is. Asked twice, it is the same one. False: not yet. */
async function leadIn(db: EntityManager, caller: Caller, expect: Expect, now: Date): Promise<boolean> {
  const { appointment, meeting, arrival } = caller;
  if (arrival.expectedAt && arrival.expectedAt > expectedSince(now)) return true;
  // Its keeper expects nobody in a room that is empty: the clerk's page is still on its way there.
  const isClerkThere = await db.existsBy(Occupant, { room: meeting.room!, userId: meeting.ledAs ?? meeting.clerkId! });
  if (!isClerkThere || (await isExpecting(db, meeting.id, now))) return false;
  const user = { id: arrival.id, name: appointment.citizenName, role: "citizen" };
  const leg = { room: meeting.room!, call: randomUUID(), user, seconds: expectedSeconds };
  const isExpected = await expect(leg).then(
    () => true,
    () => false,
  );
  if (!isExpected) return false;
  await db.update(Arrival, { id: arrival.id }, { expectedAt: now });
  await announce(db, `counter:${meeting.counterId}`);
  return true;
}
