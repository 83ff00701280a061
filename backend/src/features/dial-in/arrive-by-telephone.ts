import { randomUUID } from "node:crypto";
import type { EntityManager } from "typeorm";
import { announce } from "../../platform/live/announce.js";
import { hashToken, newToken } from "../../platform/tokens.js";
import type { Appointment } from "../appointments/appointment.entity.js";
import { Arrival } from "../meetings/arrival.entity.js";
import { Meeting } from "../meetings/meeting.entity.js";
import { Occupant } from "../meetings/occupant.entity.js";
import { answerCaller, type Expect } from "./answer-caller.js";
import { placeOutside } from "./caller.rules.js";
import type { Answered } from "./caller.view.js";

/** A citizen typed the PIN of their appointment, whose lock is held: they are an arrival, by telephone. The same PIN again is the same arrival, at its place: the newest call holds it. Not while a telephone is in the call
    with it. */
export async function arriveByTelephone(
  db: EntityManager,
  { appointment, meeting }: { appointment: Appointment; meeting: Meeting },
  expect: Expect,
  now: Date,
): Promise<Answered> {
  const earlier = await db.findOneBy(Arrival, { meetingId: meeting.id, pinTurn: appointment.pinTurn! });
  const outside =
    placeOutside({ appointment, meeting, arrival: earlier }, now) ??
    ((await isInRoom(db, meeting, earlier)) ? "in_call" : null);
  if (outside) return { place: outside, position: null, ticket: null, appointment };

  const arrival = earlier ? await returnTo(db, earlier, now) : await makeCaller(db, meeting, appointment.pinTurn!, now);
  if (meeting.status === "planned") {
    await db.update(Meeting, { id: meeting.id }, { status: "waiting" });
    meeting.status = "waiting";
  }
  await announce(db, `counter:${meeting.counterId}`);
  return answerCaller(db, { appointment, meeting, arrival }, expect, now);
}

const isInRoom = async (db: EntityManager, { room }: Meeting, arrival: Arrival | null): Promise<boolean> =>
  room !== null && arrival !== null && db.existsBy(Occupant, { room, userId: arrival.id });

async function makeCaller(db: EntityManager, meeting: Meeting, pinTurn: number, now: Date): Promise<Arrival> {
  // No cookie opens it.
  const tokenHash = hashToken(newToken());
  return db.save(
    db.create(Arrival, {
      ...{ meetingId: meeting.id, tokenHash, state: "waiting", tabId: randomUUID(), pinTurn },
      ...{ arrivedAt: now, seenAt: now, expectedAt: null },
    }),
  );
}

/** Who left while waiting takes a place again at the end of the queue; who was admitted stays so. */
async function returnTo(db: EntityManager, arrival: Arrival, now: Date): Promise<Arrival> {
  const change = {
    ...{ tabId: randomUUID(), seenAt: now },
    ...(arrival.state === "left" ? { state: "waiting" as const, arrivedAt: now } : {}),
  };
  await db.update(Arrival, { id: arrival.id }, change);
  return Object.assign(arrival, change);
}
