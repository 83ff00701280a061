import type { Roster, RosterPerson } from "@balie/contract/guests";
import type { EntityManager } from "typeorm";

/** Who belongs in the rooms of these meetings, by meeting: what the pages show as roles, and whom the room's keeper lets be. Of a meeting that is not in progress: nobody.
    Whoever takes it over comes last, a clerk who is announced. */
export async function loadRoster(db: EntityManager, meetingIds: string[]): Promise<Map<string, Roster>> {
  const byMeeting = new Map<string, RosterPerson[]>();
  if (meetingIds.length === 0) return byMeeting;
  const people: (RosterPerson & { meetingId: string })[] = await db.query(
    `with m as (select m.*, c.name "counterName" from meeting m join counter c on c.id = m.counter_id
                where m.id = any($1) and m.status = 'in_progress')
     select "meetingId", "userId", role, name, "counterName", relation, language, "isAnnounced", "isSilenced", "isByPhone",
            "isAtDoor" from (
       select 1 place, m.started_at at, m.id "meetingId", coalesce(m.led_as, k.id) "userId", 'clerk' role, k.name, m."counterName", null relation,
              null language, false "isAnnounced", false "isSilenced", false "isByPhone", false "isAtDoor"
         from m join clerk k on k.id = m.clerk_id
       union all
       select 2, r.arrived_at, m.id, r.id, 'citizen', a.citizen_name, null, null, null, false, false, r.pin_turn is not null, false
         from m join arrival r on r.meeting_id = m.id and r.state = 'admitted' join appointment a on a.id = m.appointment_id
       union all
       select 3, g.announced_at, m.id, g.id, g.role, g.name, g.counter_name, g.relation, g.language, g.state = 'announced',
              g.silenced_at is not null, g.is_by_phone or (g.role = 'interpreter' and not g.is_by_link),
              g.state = 'announced' and g.at_door_at is not null
         from m join guest g on g.meeting_id = m.id and g.state in ('announced', 'admitted')
       union all
       select 4, h.expires_at, m.id, h.id, 'clerk', k.name, m."counterName", null, null, true, false, false, false
         from m join handover h on h.meeting_id = m.id and h.state = 'accepted' join clerk k on k.id = h.to_id
     ) everybody order by place, at, "userId"`,
    [meetingIds],
  );
  for (const { meetingId, ...person } of people)
    byMeeting.set(meetingId, [...(byMeeting.get(meetingId) ?? []), person]);
  return byMeeting;
}
