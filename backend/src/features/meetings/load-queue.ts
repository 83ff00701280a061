import type { DeviceCheckInput } from "@balie/contract/device-checks";
import type { DocumentView, GivenDocumentView } from "@balie/contract/documents";
import type { Roster } from "@balie/contract/guests";
import type { PastHandover } from "@balie/contract/handovers";
import type { QueueHelper } from "@balie/contract/helpers";
import type { Localised } from "@balie/contract/languages";
import type { Language } from "@balie/contract/locales/languages";
import type { ArrivalState, Medium, MeetingStatus, PhoneView } from "@balie/contract/meetings";
import type { NeededInterpreter } from "@balie/contract/reservations";
import type { PreparedPage } from "@balie/contract/services";
import type { EntityManager } from "typeorm";
import { loadInvited } from "./load-invited.js";
import { loadRoster } from "./load-roster.js";
import { neededInterpreter } from "./needed-interpreter.js";
import { byTurn } from "./queue.rules.js";

export type QueuedArrival = {
  id: string;
  state: ArrivalState;
  arrivedAt: string;
  isConnected: boolean;
  isInCall: boolean;
  isByPhone: boolean;
  isExpected: boolean;
};
export type QueuedMeeting = {
  counterId: string;
  meetingId: string;
  appointmentId: string;
  status: MeetingStatus;
  medium: Medium;
  startsAt: Date;
  endsAt: Date;
  startedAt: Date | null;
  endedAt: Date | null;
  phone: PhoneView | null;
  /** The first arrival that waits or was admitted, or the wish to be phoned. */
  arrivedAt: Date | null;
  serviceName: Localised;
  counterName: Localised;
  citizenName: string;
  language: Language;
  question: string;
  concernsName: string | null;
  numberWithoutMail: string | null;
  interpreter: NeededInterpreter | null;
  deviceCheck: (DeviceCheckInput & { checkedAt: string }) | null;
  clerkId: string | null;
  clerkName: string | null;
  isClerkInCall: boolean;
  hasOutcome: boolean;
  handovers: PastHandover[];
  arrivals: QueuedArrival[];
  documents: DocumentView[];
  helpers: QueueHelper[];
  people: Roster;
  givenDocuments: GivenDocumentView[];
  pages: PreparedPage[];
  shownPage: string | null;
};

/** Of an appointment `a`: where alone whoever has no e-mail is reached. */
export const numberWithoutMail = "case when a.citizen_email is null then a.citizen_phone end";

/** So far ahead the queue reaches: it goes whole to every console that opens, and each change of it is looked for in all of it. */
export const queueHours = 12;

/** All that the consoles of these counters show at `now`, in the order of the queue: under way; ended in the last day without an outcome; to come within the next hours of the queue
    or up to an hour late. One statement, whoever watches, one for who is in the calls, and one for whom citizens invited. `only`: nothing but this meeting of theirs. */
export async function loadQueue(
  db: EntityManager,
  counterIds: string[],
  now: Date,
  only: string | null = null,
): Promise<QueuedMeeting[]> {
  const meetings: Omit<QueuedMeeting, "people" | "helpers">[] = await db.query(
    `select m.counter_id "counterId", m.id "meetingId", m.appointment_id "appointmentId", m.status, m.medium,
            a.starts_at "startsAt", a.ends_at "endsAt", m.started_at "startedAt", m.ended_at "endedAt",
            least((select min(r.arrived_at) from arrival r where r.meeting_id = m.id and r.state in ('waiting', 'admitted')),
                  p.asked_at) "arrivedAt",
            case when p.number is not null then json_build_object('number', p.number, 'askedAt', p.asked_at) end phone,
            s.name "serviceName", c.name "counterName", a.citizen_name "citizenName", a.language, a.question,
            a.concerns_name "concernsName", ${numberWithoutMail} "numberWithoutMail", ${neededInterpreter} interpreter,
            (select json_build_object('camera', d.camera, 'microphone', d.microphone, 'heardSound', d.heard_sound, 'udp', d.udp,
                      'tls', d.tls, 'downKbps', d.down_kbps, 'upKbps', d.up_kbps, 'checkedAt', d.checked_at)
               from device_check d where d.appointment_id = a.id) "deviceCheck",
            m.clerk_id "clerkId", k.name "clerkName",
            exists (select 1 from occupant o where o.room = m.room and o.user_id = coalesce(m.led_as, m.clerk_id)::text) "isClerkInCall",
            exists (select 1 from outcome t where t.meeting_id = m.id) "hasOutcome",
            coalesce((select json_agg(json_build_object('fromName', one.name, 'toName', other.name, 'takenAt', h.taken_at, 'note', h.note)
                        order by h.taken_at) from handover h join clerk one on one.id = h.from_id join clerk other on other.id = h.to_id
                      where h.meeting_id = m.id and h.state = 'taken'), '[]') handovers,
            coalesce((select json_agg(json_build_object('id', r.id, 'state', r.state, 'arrivedAt', r.arrived_at,
                        'isConnected', r.seen_at is not null, 'isByPhone', r.pin_turn is not null, 'isExpected', r.expected_at is not null,
                        'isInCall', exists (select 1 from occupant o where o.room = m.room and o.user_id = r.id::text))
                      order by r.arrived_at) from arrival r where r.meeting_id = m.id and r.state <> 'left'), '[]') arrivals,
            coalesce((select json_agg(json_build_object('id', d.id, 'what', d.what, 'state', d.state, 'sentAt', d.sent_at,
                        'name', d.name, 'type', d.type, 'sizeBytes', d.size_bytes) order by d.asked_at, d.id)
                      from document d where m.room is not null and d.meeting_id = m.id and d.asked_at is not null and d.state <> 'withdrawn'), '[]') documents,
            coalesce((select json_agg(json_build_object('id', d.id, 'state', d.state, 'name', d.name, 'sizeBytes', d.size_bytes,
                        'openedAt', d.opened_at) order by d.given_at, d.id)
                      from document d where m.room is not null and d.meeting_id = m.id and d.given_at is not null), '[]') "givenDocuments",
            case when m.room is not null then s.pages else '[]' end pages, m.shown_page->>'url' "shownPage"
     from meeting m
     join appointment a on a.id = m.appointment_id
     join service s on s.id = a.service_id
     join counter c on c.id = m.counter_id
     left join phone_request p on p.meeting_id = m.id
     left join clerk k on k.id = m.clerk_id
     where m.counter_id = any($1) and ($3::uuid is null or m.id = $3) and (
       m.status in ('waiting', 'in_progress', 'parked')
       or m.status = 'ended' and m.ended_at > $2::timestamptz - interval '1 day'
          and not exists (select 1 from outcome t where t.meeting_id = m.id)
       or m.status = 'planned' and a.status = 'booked'
          and a.starts_at between $2::timestamptz - interval '1 hour' and $2::timestamptz + interval '${queueHours} hours')`,
    [counterIds, now, only],
  );
  const [rosters, invited] = await Promise.all([
    loadRoster(
      db,
      meetings.filter(({ status }) => status === "in_progress").map(({ meetingId }) => meetingId),
    ),
    loadInvited(
      db,
      meetings.map(({ meetingId }) => meetingId),
    ),
  ]);
  return meetings
    .map((meeting) => ({
      ...meeting,
      helpers: invited.get(meeting.meetingId) ?? [],
      people: rosters.get(meeting.meetingId) ?? [],
    }))
    .sort(byTurn);
}
