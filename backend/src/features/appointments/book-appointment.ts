import { randomUUID } from "node:crypto";
import type { BookAppointmentInput } from "@balie/contract/appointments";
import type { EntityManager } from "typeorm";
import type { Context } from "../../platform/context.js";
import { announce } from "../../platform/live/announce.js";
import { scheduleMessages } from "../../platform/outbox/schedule-message.js";
import { hashToken, newToken, sealToken, unsealToken } from "../../platform/tokens.js";
import { loadTimetable } from "../availability/load-timetable.js";
import type { Municipality } from "../counters/municipality.entity.js";
import type { Service } from "../services/service.entity.js";
import { Appointment } from "./appointment.entity.js";
import { remindersFor } from "./appointment.rules.js";
import { loadAppointment } from "./load-appointment.js";
import { lockCounter } from "./lock-counter.js";
import { refuseOverlap, takeSlot } from "./take-slot.js";

type PlanMeeting<Meeting> = (db: EntityManager, appointment: Appointment) => Promise<Meeting>;
type Booked<Meeting> = { appointment: Appointment; municipality: Municipality; meeting: Meeting; linkToken: string };

/** Books a slot for a citizen: takes a seat, makes the secret link, schedules confirmation and reminders. The same requestId again answers the same appointment.
    Refused: 404 not_found (service), 409 slot_not_offered, 409 slot_taken. */
export async function bookAppointment<Meeting>(
  { db, now }: Context,
  input: BookAppointmentInput,
  appSecret: string,
  planMeeting: PlanMeeting<Meeting>,
): Promise<Booked<Meeting>> {
  const { service, municipality, timetable } = await loadTimetable(db, input.serviceId);
  // The next booking waits for this one: what is read under the lock goes with it in one round trip, in this order.
  const locking = lockCounter(db, service.counterId);
  const seating = takeSlot(db, service.counterId, new Date(input.startsAt), timetable, now);
  // A request that was answered before gets the same answer, whatever became of the slot.
  seating.catch(() => undefined);
  const [earlier] = await Promise.all([findByRequest(db, input.requestId), locking]);
  if (earlier) {
    const meeting = await planMeeting(db, earlier);
    return { appointment: earlier, municipality, meeting, linkToken: unsealToken(appSecret, earlier.linkSealed) };
  }

  const linkToken = newToken();
  const appointment = Object.assign(new Appointment(), {
    ...detailsOf(input),
    ...(await seating),
    id: randomUUID(),
    serviceId: service.id,
    counterId: service.counterId,
    status: "booked" as const,
    linkHash: hashToken(linkToken),
    linkSealed: sealToken(appSecret, linkToken),
    sequence: 0,
    bookedAt: now,
    changedAt: null,
  });
  const meeting = await write(db, appointment, now, planMeeting);
  return { appointment: withRelations(appointment, service), municipality, meeting, linkToken };
}

/** All in one round trip: the counter stays locked until it is done. */
async function write<Meeting>(
  db: EntityManager,
  appointment: Appointment,
  now: Date,
  planMeeting: PlanMeeting<Meeting>,
): Promise<Meeting> {
  const { id: subjectId, startsAt, counterId } = appointment;
  const [, meeting] = await Promise.all([
    insert(db, appointment),
    planMeeting(db, appointment),
    scheduleMessages(db, [
      { kind: "appointment_confirmed", subjectId, dueAt: now },
      ...remindersFor(startsAt, now).map((reminder) => ({ ...reminder, subjectId })),
    ]),
    announce(db, `counter:${counterId}`),
  ]);
  return meeting;
}

async function findByRequest(db: EntityManager, requestId: string): Promise<Appointment | null> {
  const [earlier]: { id: string }[] = await db.query("select id from appointment where request_id = $1", [requestId]);
  return earlier ? loadAppointment(db, earlier.id) : null;
}

/** As a plain statement: it must leave before those that refer to the row. */
const insert = (db: EntityManager, one: Appointment): Promise<unknown> =>
  db
    .query(insertion, [
      one.id,
      one.requestId,
      one.serviceId,
      one.counterId,
      one.seat,
      one.startsAt,
      one.endsAt,
      one.seatFreeAt,
      one.status,
      one.language,
      one.citizenName,
      one.citizenEmail,
      one.citizenPhone,
      one.question,
      one.concernsName,
      one.linkHash,
      one.linkSealed,
      one.sequence,
      one.bookedAt,
    ])
    .catch(refuseOverlap);

const insertion = `
  insert into appointment (id, request_id, service_id, counter_id, seat, starts_at, ends_at, seat_free_at, status, language,
    citizen_name, citizen_email, citizen_phone, question, concerns_name, link_hash, link_sealed, sequence, booked_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`;

const detailsOf = ({ requestId, language, citizen, question, concerns }: BookAppointmentInput) => ({
  requestId,
  language,
  citizenName: citizen.name,
  citizenEmail: citizen.email,
  citizenPhone: citizen.phone,
  question,
  concernsName: concerns?.name ?? null,
});

const withRelations = (appointment: Appointment, service: Service) =>
  Object.assign(appointment, { service, counter: service.counter });
