import type { ColleagueState } from "@balie/contract/company";
import type { GuestState, Roster } from "@balie/contract/guests";
import type { Localised } from "@balie/contract/languages";
import type { EntityManager } from "typeorm";
import { loadRoster } from "../meetings/load-roster.js";

export type FoundRequest = {
  id: string;
  meetingId: string;
  state: ColleagueState;
  askedAt: Date;
  leaderId: string;
  leaderName: string;
  counterName: Localised;
  serviceName: Localised;
  clerkId: string;
  name: string;
  ownCounterName: Localised | null;
  guest: { id: string; state: GuestState } | null;
  people: Roster;
};

/** What clerks asked each other in the meetings that are in progress. `only`: nothing but this request. */
export async function loadCompany(db: EntityManager, only: string | null = null): Promise<FoundRequest[]> {
  const requests: Omit<FoundRequest, "people">[] = await db.query(
    `select q.id, q.meeting_id "meetingId", q.state, q.asked_at "askedAt", m.clerk_id "leaderId", leader.name "leaderName",
            c.name "counterName", s.name "serviceName", q.clerk_id "clerkId", k.name,
            coalesce(g.counter_name, (select h.name from clerk_counter l join counter h on h.id = l.counter_id
                                      where l.clerk_id = k.id order by h.name->>'nl', h.id limit 1)) "ownCounterName",
            case when g.id is not null then json_build_object('id', g.id, 'state', g.state) end guest
     from colleague q
     join meeting m on m.id = q.meeting_id and m.status = 'in_progress'
     join appointment a on a.id = m.appointment_id
     join service s on s.id = a.service_id
     join counter c on c.id = m.counter_id
     join clerk leader on leader.id = m.clerk_id
     join clerk k on k.id = q.clerk_id
     left join guest g on g.id = q.guest_id
     where $1::uuid is null or q.id = $1
     order by q.asked_at, q.id`,
    [only],
  );
  const rosters = await loadRoster(db, [...new Set(requests.map(({ meetingId }) => meetingId))]);
  return requests.map((request) => ({ ...request, people: rosters.get(request.meetingId) ?? [] }));
}
