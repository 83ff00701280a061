import type { EntityManager } from "typeorm";
import type { Config } from "../../config.js";
import type { Telephone } from "../../platform/calls/counter-control.js";
import { callOf, legsOf, timeOf } from "../interpreting/hear-legs.js";
import { outcomeOf, readStatus } from "../interpreting/phone.rules.js";
import type { Beside } from "../meetings/hear-rooms.js";
import { connect, end, hangUp, startRinging } from "./change-test-call.js";
import { type LockedTestCall, lockTestCall } from "./lock-test-call.js";

/** What Prosody tells of the telephones of test calls, as hearLegs does of those in meetings. */
export function hearTestCalls({ PHONE_RING_SECONDS }: Pick<Config, "PHONE_RING_SECONDS">): Beside {
  return {
    knows: async (db, room, userId) =>
      (
        await db.query(
          "select 1 from interpreter_call c join test_call t on t.id = c.id where c.id::text = $1 and c.room = $2 and c.ended_at is null",
          [userId, room],
        )
      ).length > 0,
    heard: async ({ db, now }, event) => {
      const at = timeOf(event, now);
      if (event.event === "boot") return loseAll(db, await findLegs(db), at);
      if (event.event === "destroyed") return loseAll(db, await findLegs(db, event.room), at);
      const leg = event.occupant?.phone;
      const locked = await lockLeg(db, leg);
      if (!leg || !locked) return;
      if (event.event !== "left") return hearPresent(db, locked, leg, at, PHONE_RING_SECONDS);
      const gaveReason = locked.call.gaveReason || readStatus(leg.status) === "reason";
      await lose(db, locked, outcomeOf(gaveReason, event.reason), at);
    },
    listed: async ({ db, now }, rooms) => {
      const legs = legsOf(rooms);
      const present = new Set(legs.map(({ call }) => call));
      await loseAll(
        db,
        (await findLegs(db)).filter((id) => !present.has(id)),
        now,
      );
      for (const leg of legs) {
        const locked = await lockLeg(db, leg);
        if (locked) await hearPresent(db, locked, leg, now, PHONE_RING_SECONDS);
      }
    },
  };
}

const lockLeg = async (db: EntityManager, leg: Telephone | undefined): Promise<LockedTestCall | null> => {
  const id = callOf(leg);
  return id === null ? null : lockTestCall(db, id);
};

async function hearPresent(db: EntityManager, locked: LockedTestCall, leg: Telephone, at: Date, ringSeconds: number) {
  const { call } = locked;
  if (call.state === "connected") return;
  // A late answer: the call was given up.
  if (call.state !== "dialling") return hangUp(db, locked);
  await startRinging(db, locked, ringSeconds);
  const status = readStatus(leg.status);
  if (status === "connected") await connect(db, locked, at);
  if (status === "reason") await db.query("update interpreter_call set gave_reason = true where id = $1", [call.id]);
}

async function lose(
  db: EntityManager,
  locked: LockedTestCall,
  because: "refused" | "unanswered" | "failed",
  at: Date,
): Promise<void> {
  if (locked.call.state === "dialling") await end(db, locked, because, at);
  if (locked.call.state === "connected") await end(db, locked, "ended", at);
}

async function loseAll(db: EntityManager, ids: string[], at: Date): Promise<void> {
  for (const id of ids) {
    const locked = await lockTestCall(db, id);
    if (locked) await lose(db, locked, "failed", at);
  }
}

/** The test calls whose leg is in a room, as far as was heard. */
const findLegs = async (db: EntityManager, room: string | null = null): Promise<string[]> =>
  (
    await db.query(
      `select c.id from interpreter_call c join test_call t on t.id = c.id
       where (c.state = 'connected' or c.state = 'dialling' and c.is_ringing) and ($1::text is null or c.room = $1) order by c.id`,
      [room],
    )
  ).map(({ id }: { id: string }) => id);
