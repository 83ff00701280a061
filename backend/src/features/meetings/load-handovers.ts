import type { HandoverState } from "@balie/contract/handovers";
import type { Localised } from "@balie/contract/languages";
import type { EntityManager } from "typeorm";

export type FoundHandover = {
  id: string;
  meetingId: string;
  state: HandoverState;
  expiresAt: Date;
  leaderId: string;
  from: { id: string; name: string };
  to: { id: string; name: string };
  citizenName: string;
  serviceName: Localised;
  note: string;
};

/** The hand-overs of the meetings that are in progress, in the order in which they were asked. `only`: nothing but this one, also when its meeting is over. */
export const loadHandovers = (db: EntityManager, only: string | null = null): Promise<FoundHandover[]> =>
  db.query(
    `select h.id, h.meeting_id "meetingId", h.state, h.expires_at "expiresAt", m.clerk_id "leaderId", h.note,
            json_build_object('id', one.id, 'name', one.name) "from", json_build_object('id', other.id, 'name', other.name) "to",
            a.citizen_name "citizenName", s.name "serviceName"
     from handover h
     join meeting m on m.id = h.meeting_id
     join appointment a on a.id = m.appointment_id
     join service s on s.id = a.service_id
     join clerk one on one.id = h.from_id
     join clerk other on other.id = h.to_id
     where case when $1::uuid is null then m.status = 'in_progress' else h.id = $1 end
     order by h.asked_at, h.id`,
    [only],
  );
