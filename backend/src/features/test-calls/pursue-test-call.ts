import type { DataSource, EntityManager } from "typeorm";
import type { CounterControl, Dial, DialAnswer } from "../../platform/calls/counter-control.js";
import { describeFault, type Log } from "../../platform/log.js";
import { type Answered, askWhetherAnswered } from "../interpreting/ask-whether-answered.js";
import { end, hangUp, startRinging } from "./change-test-call.js";
import { type LockedTestCall, lockTestCall } from "./lock-test-call.js";
import { putOff } from "./tell-test-call.js";

export type TestCalls = {
  dataSource: DataSource;
  control: Pick<CounterControl, "dial" | "hangUp" | "end" | "rooms">;
  ringSeconds: number;
  log: Log;
  clock: () => Date;
};

/** As for a search: a dead worker's test call is dialled again by its own id, which Prosody knows. */
const leaseSeconds = 5;
const againAfterSeconds = 1;
const newsPatienceSeconds = 2;

/** One step of a test call, whatever is due for it: it is dialled, let be when it rang long enough, or hung up once it was answered. Each change is a short transaction, none is around a word with Prosody. */
export async function pursueTestCall(tests: TestCalls, id: string): Promise<void> {
  const answered = await whetherAnswered(tests, id);
  const dial = await tests.dataSource.transaction((db) => decide(tests, db, id, answered));
  const done = await Promise.allSettled([letGo(tests, id), dial && ring(tests, dial)]);
  for (const one of done) if (one.status === "rejected") throw one.reason;
}

async function whetherAnswered({ dataSource, control, log }: TestCalls, id: string): Promise<Answered> {
  const [ringing] = await dataSource.query(
    `select c.id, c.room from interpreter_call c
     where c.id = $1 and c.state = 'dialling' and c.is_ringing and c.rings_until <= now() + interval '20 milliseconds'`,
    [id],
  );
  return ringing ? askWhetherAnswered({ control, log }, ringing) : "unasked";
}

async function decide(tests: TestCalls, db: EntityManager, id: string, answered: Answered): Promise<Dial | null> {
  const locked = await lockTestCall(db, id);
  if (!locked || locked.call.endedAt || !(await claim(db, id))) return null;
  const { call } = locked;
  if (call.state === "connected") {
    await hangUp(db, locked);
    return null;
  }
  if (!call.isRinging) return dialOf(locked);
  if (answered === "no") await end(db, locked, "unanswered", tests.clock());
  else await putOff(db, id, answered === "yes" ? newsPatienceSeconds : 0.05);
  return null;
}

/** Two workers at one row: the second finds it claimed. Timers are exact to some milliseconds. */
async function claim(db: EntityManager, id: string): Promise<boolean> {
  const [claimed]: [unknown[], number] = await db.query(
    `update test_call set leased_until = now() + make_interval(secs => $2)
     where id = $1 and due_at <= now() + interval '20 milliseconds' and (leased_until is null or leased_until < now()) returning id`,
    [id, leaseSeconds],
  );
  return claimed.length > 0;
}

/** Nobody else comes into that room, so nobody reads the name. */
const dialOf = ({ test, call: { id, room } }: LockedTestCall): Dial => ({
  ...{ room, call: id, to: test.address, opens: true },
  user: { id, name: "Balie", role: "interpreter" },
});

async function ring(tests: TestCalls, dial: Dial): Promise<void> {
  const { dataSource, control, log } = tests;
  const answer = await control.dial(dial).catch((fault: unknown) => {
    log.warn({ call: dial.call, fault: describeFault(fault) }, "Prosody gave no word of a dial");
    return { is: "no_word" as const };
  });
  log.info({ call: dial.call, answer: answer.is }, "interpreter dialled for a test");
  await dataSource.transaction((db) => settle(tests, db, dial.call, answer.is));
}

/** What came of a dial. Nothing is done for a call of which more was heard meanwhile. */
async function settle(
  { ringSeconds, clock }: TestCalls,
  db: EntityManager,
  id: string,
  answer: DialAnswer["is"] | "no_word",
): Promise<void> {
  const locked = await lockTestCall(db, id);
  if (locked?.call.state !== "dialling") return;
  if (answer === "ringing" || answer === "gone") return startRinging(db, locked, ringSeconds);
  const isWorthRepeating = answer === "no_word" || answer === "no_room";
  if (isWorthRepeating && (await isInTime(db, id))) return putOff(db, id, againAfterSeconds);
  await end(db, locked, answer === "refused" ? "refused" : "failed", clock());
}

/** Prosody starts: the same call is dialled again, for as long as it would have rung. */
const isInTime = async (db: EntityManager, id: string): Promise<boolean> =>
  (await db.query("select 1 from interpreter_call where id = $1 and rings_until > now()", [id])).length > 0;

/** Hangs up a call that is over, and ends its room; repeated until Prosody has answered. */
async function letGo({ dataSource, control, log }: TestCalls, id: string): Promise<void> {
  const [owed] = await dataSource.query(
    "select room from interpreter_call where id = $1 and must_hang_up and hung_up_at is null",
    [id],
  );
  if (!owed) return;
  try {
    await control.hangUp(owed.room, id);
    await control.end(owed.room);
  } catch (fault) {
    return log.warn({ call: id, fault: describeFault(fault) }, "a test call is hung up later: Prosody did not answer");
  }
  await dataSource.query("update interpreter_call set hung_up_at = now() where id = $1", [id]);
}
