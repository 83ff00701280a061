import type { EntityManager } from "typeorm";
import { Refusal } from "../../platform/http/refusal.js";
import type { Counter } from "../counters/counter.entity.js";
import type { Municipality } from "../counters/municipality.entity.js";
import type { Service } from "../services/service.entity.js";
import type { Closed, Hours, Timetable } from "./slot.rules.js";

type Offer = { service: Service; municipality: Municipality; timetable: Timetable };
type Row = {
  service: Omit<Service, "counter">;
  counter: Counter;
  municipality: Municipality;
  hours: Hours[];
  closures: Closed[];
};

/** Loads what decides when a service can be had. One statement, as every booking and every look at the times begins with it. Refused: 404 not_found for a service that is not offered. */
export async function loadTimetable(db: EntityManager, serviceId: string): Promise<Offer> {
  const [row]: Row[] = await db.query(everything, [serviceId]);
  if (!row) throw new Refusal(404, "not_found");
  const { counter, municipality, hours, closures } = row;
  const { capacity, slotMinutes, noticeMinutes, horizonDays } = counter;
  const { durationMinutes, bufferMinutes } = row.service;
  const timetable = {
    timeZone: municipality.timeZone,
    hours,
    closures,
    capacity,
    slotMinutes,
    noticeMinutes,
    horizonDays,
    durationMinutes,
    bufferMinutes,
  };
  return { service: { ...row.service, counter }, municipality, timetable };
}

const everything = `
  select json_build_object('id', s.id, 'key', s.key, 'counterId', s.counter_id, 'name', s.name, 'description', s.description, 'bring', s.bring,
           'durationMinutes', s.duration_minutes, 'bufferMinutes', s.buffer_minutes, 'position', s.position,
           'isOffered', s.is_offered) service,
         json_build_object('id', c.id, 'key', c.key, 'name', c.name, 'capacity', c.capacity, 'slotMinutes', c.slot_minutes,
           'noticeMinutes', c.notice_minutes, 'horizonDays', c.horizon_days) counter,
         json_build_object('id', m.id, 'name', m.name, 'timeZone', m.time_zone, 'phone', m.phone) municipality,
         (select coalesce(json_agg(json_build_object('weekday', h.weekday, 'opensMinute', h.opens_minute,
            'closesMinute', h.closes_minute)), '[]') from opening_hours h where h.counter_id = c.id) hours,
         (select coalesce(json_agg(json_build_object('startsOn', x.starts_on, 'endsOn', x.ends_on)), '[]')
            from closure x where x.counter_id = c.id) closures
  from service s join counter c on c.id = s.counter_id join municipality m on m.id = 1
  where s.id = $1 and s.is_offered`;
