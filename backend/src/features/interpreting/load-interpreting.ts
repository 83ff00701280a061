import type {
  InterpreterCallState,
  InterpreterMedium,
  InterpreterRequestState,
  WaitingInterpreter,
  WhyNobody,
} from "@balie/contract/interpreters";
import type { EntityManager } from "typeorm";

export type FoundCall = {
  id: string;
  name: string;
  state: InterpreterCallState;
  isAtDoor: boolean;
  isAway: boolean;
  dialledAt: string;
  ringsUntil: string | null;
  connectedAt: string | null;
  endedAt: string | null;
};
export type FoundRequest = {
  id: string;
  meetingId: string;
  leaderId: string;
  language: string;
  medium: InterpreterMedium;
  state: InterpreterRequestState;
  why: WhyNobody | null;
  askedAt: Date;
  connectedAt: Date | null;
  endedAt: Date | null;
  customerCode: string | null;
  isSilenced: boolean;
  calls: FoundCall[];
};

/** What was asked in the meetings that are in progress, newest last. `only`: nothing but this request. */
export const loadInterpreting = (db: EntityManager, only: string | null = null): Promise<FoundRequest[]> =>
  db.query(
    `select r.id, r.meeting_id "meetingId", m.clerk_id "leaderId", r.language, r.medium, r.state, r.why, r.asked_at "askedAt",
            r.connected_at "connectedAt", r.ended_at "endedAt",
            (select i.customer_code from interpreter_call c join interpreter i on i.id = c.interpreter_id
             where c.request_id = r.id and c.state = 'connected' and c.medium = 'phone') "customerCode",
            exists (select from interpreter_call c join guest g on g.id = c.id
                    where c.request_id = r.id and c.state = 'connected' and g.silenced_at is not null) "isSilenced",
            coalesce((select json_agg(json_build_object('id', c.id, 'name', g.name, 'state', c.state,
                        'isAtDoor', g.state = 'announced' and g.at_door_at is not null, 'isAway', c.away_since is not null, 'dialledAt', c.dialled_at,
                        'ringsUntil', c.rings_until, 'connectedAt', c.connected_at, 'endedAt', c.ended_at) order by c.dialled_at, c.id)
                      from interpreter_call c join guest g on g.id = c.id where c.request_id = r.id), '[]') calls
     from interpreter_request r join meeting m on m.id = r.meeting_id and m.status = 'in_progress'
     where $1::uuid is null or r.id = $1
     order by r.asked_at, r.id`,
    [only],
  );

export type FoundWaiting = WaitingInterpreter & { leaderId: string };

/** Whoever came to a meeting in progress by their own link, and is asked by no request. */
export const loadWaiting = (db: EntityManager): Promise<FoundWaiting[]> =>
  db.query(
    `select l.id, l.meeting_id "meetingId", m.clerk_id "leaderId", i.name, l.language
     from interpreter_link l join meeting m on m.id = l.meeting_id and m.status = 'in_progress' join interpreter i on i.id = l.interpreter_id
     where l.state = 'waiting' and l.seen_at is not null and l.guest_id is null
     order by i.name, l.id`,
  );
