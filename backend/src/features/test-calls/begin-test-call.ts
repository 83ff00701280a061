import { randomBytes } from "node:crypto";
import type { BeginTestCallInput } from "@balie/contract/interpreters";
import type { EntityManager } from "typeorm";
import type { ClerkActor, Context } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { announce } from "../../platform/live/announce.js";
import { loadMunicipality } from "../counters/load-municipality.js";
import { Interpreter } from "../interpreters/interpreter.entity.js";
import { refuseOthers } from "../interpreters/refuse-others.js";
import { loadPhoneSeconds } from "../interpreting/load-phone-seconds.js";
import { dayBegan, mayDial } from "../interpreting/phone.rules.js";
import { refuseWithoutRight } from "../interpreting/refuse-without-right.js";
import type { PhoneLimits } from "../interpreting/take-next.js";
import { tellTestCall } from "./tell-test-call.js";

/** Rings an interpreter for no meeting, to see whether their number works; the worker dials, into a room of its own. Also outside their hours and while they are not called: the administrator knows why. The same requestId again is the same call.
    Refused: 403 forbidden (but for administrators), may_not_phone, 404 not_found, 409 no_phone, number_not_allowed, phone_minutes_used, interpreter_busy (in another call, of a meeting or a test). */
export async function beginTestCall(
  { db, actor, now }: Context<ClerkActor>,
  { interpreterId, requestId: id }: BeginTestCallInput,
  { hasPhone, ...limits }: PhoneLimits & { hasPhone: boolean },
): Promise<void> {
  refuseOthers(actor);
  await refuseWithoutRight(db, actor);
  if (await isBegun(db, id, interpreterId)) return;
  if (!hasPhone) throw new Refusal(409, "no_phone");
  const interpreter = await db.findOneBy(Interpreter, { id: interpreterId });
  if (!interpreter) throw new Refusal(404, "not_found");
  if (!mayDial(interpreter.address, limits.allowed)) throw new Refusal(409, "number_not_allowed");
  const { timeZone } = await loadMunicipality(db);
  const usedSeconds = await loadPhoneSeconds(db, dayBegan(now, timeZone), now);
  if (usedSeconds >= limits.minutesPerDay * 60) throw new Refusal(409, "phone_minutes_used");

  // The index of all calls decides between two administrators, and between a test and a search.
  const [begun] = await db.query(
    `with call as (
       insert into interpreter_call (id, interpreter_id, room, state, dialled_at, rings_until)
       values ($1, $2, $3, 'dialling', now(), now() + make_interval(secs => $4)) on conflict do nothing returning id)
     insert into test_call (id, clerk_id, address, due_at) select id, $5, $6, now() from call returning id`,
    [id, interpreterId, randomBytes(20).toString("hex"), limits.ringSeconds, actor.clerkId, interpreter.address],
  );
  if (!begun) {
    if (await isBegun(db, id, interpreterId)) return;
    throw new Refusal(409, "interpreter_busy");
  }
  await tellTestCall(db, id);
  await announce(db, "roster");
}

const isBegun = async (db: EntityManager, id: string, interpreterId: string): Promise<boolean> =>
  (
    await db.query(
      "select 1 from interpreter_call c join test_call t on t.id = c.id where c.id = $1 and c.interpreter_id = $2",
      [id, interpreterId],
    )
  ).length > 0;
