import type { DataSource, EntityManager } from "typeorm";
import type { CounterControl, Dial } from "../../platform/calls/counter-control.js";
import { describeFault, type Log } from "../../platform/log.js";
import { type Answered, askWhetherAnswered } from "./ask-whether-answered.js";
import { claimRequest, postpone } from "./claim-request.js";
import { endCall } from "./end-call.js";
import { findOpenCall } from "./find-open-call.js";
import { isDeserted, waitForCitizen } from "./hear-citizen.js";
import type { InterpreterCall } from "./interpreter-call.entity.js";
import { letGo } from "./let-go.js";
import { type LockedCall, type LockedRequest, lockRequest } from "./lock-call.js";
import { settleDial } from "./settle-dial.js";
import { stopRequest } from "./stop-request.js";
import { type PhoneLimits, takeNext } from "./take-next.js";

export type Hunt = {
  dataSource: DataSource;
  control: Pick<CounterControl, "dial" | "hangUp" | "rooms">;
  limits: PhoneLimits;
  /** Seals the links that are mailed. */
  appSecret: string;
  log: Log;
  clock: () => Date;
};

/** News of an answer is under way: it is waited for as long as Prosody says that the leg is connected. */
const newsPatienceSeconds = 2;

/** One step of the search, whatever it is that is due for this request: the next interpreter is dialled, one who rang long enough is let be, or all is over. Each change is a short transaction, none is
    around a word with Prosody. A worker that dies on the way leaves a lease that runs out; the same call is then dialled again, which Prosody knows. */
export async function pursue(hunt: Hunt, requestId: string): Promise<void> {
  const answered = await whetherAnswered(hunt, requestId);
  const dial = await hunt.dataSource.transaction((db) => decide(hunt, db, requestId, answered));
  const done = await Promise.allSettled([letGo(hunt, requestId), dial && ring(hunt, dial)]);
  for (const one of done) if (one.status === "rejected") throw one.reason;
}

async function decide(hunt: Hunt, db: EntityManager, requestId: string, answered: Answered): Promise<Dial | null> {
  const now = hunt.clock();
  const locked = await lockRequest(db, requestId);
  if (!locked || locked.request.endedAt) return null;
  const call = await findOpenCall(db, requestId);
  if (isMeetingOver(locked, call) || (await isDesertedNow(db, requestId))) {
    await stopRequest(db, locked, now);
    return null;
  }
  if (!(await claimRequest(db, requestId))) return null;
  const open = call ? await goOnWithCall(db, { ...locked, call }, answered, now) : "next";
  if (open !== "next") return open;
  return (await waitForCitizen(db, requestId)) ? null : takeNext(db, locked, hunt.limits, hunt.appSecret, now);
}

/** In another room than the meeting's there is nobody to interpret for. */
const isMeetingOver = ({ meeting }: LockedRequest, call: InterpreterCall | null): boolean =>
  meeting.status !== "in_progress" || (call !== null && call.room !== meeting.room);

/** The citizen hung up: nobody is rung for them. */
const isDesertedNow = async (db: EntityManager, requestId: string): Promise<boolean> =>
  (await db.query(`select 1 from interpreter_request r where r.id = $1 and ${isDeserted}`, [requestId])).length > 0;

async function goOnWithCall(
  db: EntityManager,
  locked: LockedCall,
  answered: Answered,
  now: Date,
): Promise<Dial | "next" | null> {
  const { call, request } = locked;
  if (!call.isRinging) return loadDial(db, call.id);
  if (call.medium === "video" && (await isAtDoor(db, call.id))) {
    await postpone(db, request.id, newsPatienceSeconds);
    return null;
  }
  if (call.medium === "phone" && answered !== "no") {
    await postpone(db, request.id, answered === "yes" ? newsPatienceSeconds : 0.05);
    return null;
  }
  await endCall(db, locked, { state: "unanswered", at: now });
  return "next";
}

/** By a link: they wait, with their page open, until the citizen has been told and they have come in. */
const isAtDoor = async (db: EntityManager, callId: string): Promise<boolean> =>
  (
    await db.query(
      `select 1 from guest g join interpreter_link l on l.guest_id = g.id
       where g.id = $1 and g.at_door_at is not null and g.state in ('announced', 'admitted') and l.seen_at is not null`,
      [callId],
    )
  ).length > 0;

/** The same call once more. */
async function loadDial(db: EntityManager, callId: string): Promise<Dial> {
  const [{ room, address, name }] = await db.query(
    `select c.room, i.address, g.name from interpreter_call c join interpreter i on i.id = c.interpreter_id join guest g on g.id = c.id
     where c.id = $1`,
    [callId],
  );
  return { room, call: callId, to: address, user: { id: callId, name, role: "interpreter" } };
}

async function ring({ dataSource, control, limits, log, clock }: Hunt, dial: Dial): Promise<void> {
  const answer = await control.dial(dial).catch((fault: unknown) => {
    log.warn({ call: dial.call, fault: describeFault(fault) }, "Prosody gave no word of a dial");
    return { is: "no_word" as const };
  });
  log.info({ call: dial.call, answer: answer.is }, "interpreter dialled");
  await dataSource.transaction((db) => settleDial(db, dial.call, answer.is, limits.ringSeconds, clock()));
}

async function whetherAnswered({ dataSource, control, log }: Hunt, requestId: string): Promise<Answered> {
  const [ringing]: { id: string; room: string }[] = await dataSource.query(
    `select c.id, c.room from interpreter_call c join interpreter_request r on r.id = c.request_id
     where r.id = $1 and c.medium = 'phone' and c.state = 'dialling' and c.is_ringing and c.rings_until <= now() + interval '20 milliseconds'`,
    [requestId],
  );
  return ringing ? askWhetherAnswered({ control, log }, ringing) : "unasked";
}
