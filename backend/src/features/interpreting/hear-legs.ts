import type { EntityManager } from "typeorm";
import { z } from "zod";
import type { Config } from "../../config.js";
import type { RoomsNow, Telephone } from "../../platform/calls/counter-control.js";
import type { Beside, RoomEvent } from "../meetings/hear-rooms.js";
import { connectCall } from "./connect-call.js";
import { forgetDeserted, hearCitizen } from "./hear-citizen.js";
import { hearVisitor, loseVisitors, reconcileVisitors } from "./hear-visitors.js";
import { type LockedCall, lockCall } from "./lock-call.js";
import { loseLeg } from "./lose-leg.js";
import { outcomeOf, readStatus } from "./phone.rules.js";
import { startRinging } from "./start-ringing.js";
import { tellHunt } from "./tell-hunt.js";

type Heard = { at: Date; now: Date };

/** What Prosody tells of the telephones in its rooms, and of interpreters in browsers: telephones ring from their joining on, are connected with the gateway's word, and over when they leave. Times are Prosody's own. */
export function hearLegs({ PHONE_RING_SECONDS }: Pick<Config, "PHONE_RING_SECONDS">): Beside {
  return {
    heard: async ({ db, now }, event) => {
      const at = timeOf(event, now);
      if (event.event === "boot" || event.event === "destroyed") {
        const room = event.event === "boot" ? null : (event.room ?? null);
        await loseLegs(db, await findLegs(db, room), at);
        return loseVisitors(db, at, room);
      }
      if (!event.occupant?.phone) {
        await hearVisitor(db, event, { at, now });
        return hearCitizen(db, event);
      }
      const locked = await lockLeg(db, event.occupant.phone);
      // No call of ours: perhaps the citizen's own.
      if (!locked) return hearCitizen(db, event);
      if (event.event === "left") await hearLeft(db, locked, event, at);
      else await hearPresent(db, locked, event.occupant.phone, { at, now }, PHONE_RING_SECONDS);
    },
    listed: async ({ db, now }, roomsNow) => {
      await forgetDeserted(db);
      const legs = legsOf(roomsNow);
      const present = new Set(legs.map(({ call }) => call));
      const gone = (await findLegs(db)).filter(({ id }) => !present.has(id));
      await loseLegs(db, gone, now);
      await reconcileVisitors(db, roomsNow, now);
      for (const leg of legs) {
        const locked = await lockLeg(db, leg);
        if (locked) await hearPresent(db, locked, leg, { at: now, now }, PHONE_RING_SECONDS);
      }
    },
  };
}

const callId = z.uuid();

/** Of a call that may be ours. */
export const callOf = (leg: Telephone | undefined): string | null =>
  leg && callId.safeParse(leg.call).success ? leg.call : null;

const lockLeg = async (db: EntityManager, leg: Telephone | undefined): Promise<LockedCall | null> => {
  const id = callOf(leg);
  return id === null ? null : lockCall(db, id);
};

async function hearPresent(
  db: EntityManager,
  locked: LockedCall,
  leg: Telephone,
  { at, now }: Heard,
  ringSeconds: number,
) {
  const { call } = locked;
  if (call.state === "connected") return;
  const status = readStatus(leg.status);
  if (call.state !== "dialling") return hangUpAgain(db, locked);
  await startRinging(db, locked, ringSeconds);
  if (status === "connected") await connectCall(db, locked, at, now);
  if (status === "reason") await db.query("update interpreter_call set gave_reason = true where id = $1", [call.id]);
}

/** A late answer: the search has gone on long ago. */
async function hangUpAgain(db: EntityManager, { call, request }: LockedCall) {
  await db.query("update interpreter_call set must_hang_up = true, hung_up_at = null where id = $1", [call.id]);
  await tellHunt(db, request.id);
}

async function hearLeft(db: EntityManager, locked: LockedCall, { occupant, reason }: RoomEvent, at: Date) {
  const gaveReason = locked.call.gaveReason || readStatus(occupant?.phone?.status) === "reason";
  await loseLeg(db, locked, { because: outcomeOf(gaveReason, reason), at });
}

type Leg = { id: string; appointmentId: string };

/** The calls whose leg is in a room, as far as was heard. */
const findLegs = (db: EntityManager, room: string | null = null): Promise<Leg[]> =>
  db.query(
    `select c.id, m.appointment_id "appointmentId"
     from interpreter_call c join interpreter_request r on r.id = c.request_id join meeting m on m.id = r.meeting_id
     where c.medium = 'phone' and (c.state = 'connected' or c.state = 'dialling' and c.is_ringing) and ($1::text is null or c.room = $1)`,
    [room],
  );

/** All locks before the first change: the search of another meeting may wait for one of these interpreters. */
async function loseLegs(db: EntityManager, legs: Leg[], at: Date) {
  if (legs.length === 0) return;
  const appointmentIds = legs.map(({ appointmentId }) => appointmentId);
  await db.query("select 1 from appointment where id = any($1) order by id for update", [appointmentIds]);
  for (const { id } of legs) {
    const locked = await lockCall(db, id);
    if (locked) await loseLeg(db, locked, { because: "failed", at });
  }
}

export const legsOf = ({ rooms }: RoomsNow): Telephone[] =>
  rooms.flatMap(({ occupants }) => occupants.flatMap(({ phone }) => (phone ? [phone] : [])));

export const timeOf = ({ at, at_ms }: RoomEvent, now: Date): Date =>
  at_ms === undefined && at === undefined ? now : new Date(at_ms ?? at! * 1_000);
