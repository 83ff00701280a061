import { randomUUID } from "node:crypto";
import type { EntityManager } from "typeorm";
import type { Dial } from "../../platform/calls/counter-control.js";
import { announceGuest } from "../meetings/announce-guest.js";
import type { Speaker } from "./load-speakers.js";
import type { LockedRequest } from "./lock-call.js";

type Begun = { interpreterId: string; dial: Dial };

/** Writes down the call to the first of these who is in no other call by now: the database decides between two searches. The citizen is told that an interpreter is being sought. Dialled is
    after the commit; by video the link waits from now on, as a telephone that rings. @returns null when nobody is left. */
export async function beginCall(
  db: EntityManager,
  { meeting, request }: LockedRequest,
  candidates: readonly Speaker[],
  { seconds, now }: { seconds: number; now: Date },
): Promise<Begun | null> {
  const id = randomUUID();
  const isByLink = request.medium === "video";
  for (const { id: interpreterId, name, address } of await unlockedFirst(db, candidates)) {
    const [made] = await db.query(
      `insert into interpreter_call (id, request_id, interpreter_id, agency_name, contract_number, room, state, dialled_at, rings_until, medium, is_ringing)
       select $1, $2, i.id, i.agency_name, i.contract_number, $4, 'dialling', now(), now() + make_interval(secs => $5), $6, $6 = 'video'
       from interpreter i where i.id = $3 on conflict do nothing returning id`,
      [id, request.id, interpreterId, meeting.room, seconds, request.medium],
    );
    if (!made) continue;
    await Promise.all([
      db.query("update interpreter set last_called_at = now() where id = $1", [interpreterId]),
      db.query(
        `update interpreter_request set state = 'dialling',
           due_at = case when $2 then now() + make_interval(secs => $3) else due_at end, leased_until = case when $2 then null else leased_until end
         where id = $1`,
        [request.id, isByLink, seconds],
      ),
      announceGuest(db, meeting, { id, role: "interpreter", name, language: request.language, isByLink }, now),
    ]);
    return {
      interpreterId,
      dial: { room: meeting.room!, call: id, to: address, user: { id, name, role: "interpreter" } },
    };
  }
  return null;
}

/** Whom another search is taking at this moment comes last, instead of being waited for. */
async function unlockedFirst(db: EntityManager, candidates: readonly Speaker[]): Promise<readonly Speaker[]> {
  const [free] = await db.query(
    `select id from interpreter i
     where id = any($1) and not exists (
       select from interpreter_call c where c.interpreter_id = i.id and c.state in ('dialling', 'connected'))
     order by array_position($1, id) limit 1 for no key update skip locked`,
    [candidates.map(({ id }) => id)],
  );
  const first = candidates.find(({ id }) => id === free?.id);
  return first ? [first, ...candidates.filter((one) => one !== first)] : candidates;
}
