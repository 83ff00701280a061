import { randomUUID } from "node:crypto";
import type { BookAppointmentInput } from "@balie/contract/appointments";
import type { EntityManager } from "typeorm";
import type { Context } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { announce } from "../../platform/live/announce.js";
import { scheduleMessages } from "../../platform/outbox/schedule-message.js";
import { hashToken, newToken, sealToken, unsealToken } from "../../platform/tokens.js";
import { loadTimetable } from "../availability/load-timetable.js";
import { slotStartingAt } from "../availability/slot.rules.js";
import type { Municipality } from "../counters/municipality.entity.js";
import type { Service } from "../services/service.entity.js";
import { Appointment } from "./appointment.entity.js";
import { remindersFor } from "./appointment.rules.js";
import { insertAppointment } from "./insert-appointment.js";
import { loadAppointment } from "./load-appointment.js";
import { lockCounter } from "./lock-counter.js";

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
  // Nobody else works on this request meanwhile, so what is found of it is all there is.
  const [, earlier, { service, municipality, timetable }] = await Promise.all([
    lockRequest(db, input.requestId),
    findByRequest(db, input.requestId),
    loadTimetable(db, input.serviceId),
  ]);
  if (earlier) {
    const meeting = await planMeeting(db, earlier);
    return { appointment: earlier, municipality, meeting, linkToken: unsealToken(appSecret, earlier.linkSealed) };
  }
  const slot = slotStartingAt(new Date(input.startsAt), timetable, now);
  if (!slot) throw new Refusal(409, "slot_not_offered");

  const linkToken = newToken();
  const appointment = Object.assign(new Appointment(), {
    ...detailsOf(input),
    ...slot,
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
  const meeting = await write(db, appointment, timetable.capacity, now, planMeeting);
  return { appointment: withRelations(appointment, service), municipality, meeting, linkToken };
}

/** All in one round trip, as the next booking of this counter waits until it is done. */
async function write<Meeting>(
  db: EntityManager,
  appointment: Appointment,
  capacity: number,
  now: Date,
  planMeeting: PlanMeeting<Meeting>,
): Promise<Meeting> {
  const { id: subjectId, startsAt, counterId } = appointment;
  const seating = Promise.all([lockCounter(db, counterId), insertAppointment(db, appointment, capacity)]);
  const following = Promise.all([
    planMeeting(db, appointment),
    scheduleMessages(db, [
      { kind: "appointment_confirmed", subjectId, dueAt: now },
      ...remindersFor(startsAt, now).map((reminder) => ({ ...reminder, subjectId })),
    ]),
    announce(db, `counter:${counterId}`),
  ]);
  // Without an appointment these fail too, and not first.
  following.catch(() => undefined);
  [, appointment.seat] = await seating;
  const [meeting] = await following;
  return meeting;
}

/** The same request twice at once: the second waits for the first, and finds what it made. A statement of its own, as each sees what was committed when it began. */
const lockRequest = (db: EntityManager, requestId: string) =>
  db.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [requestId]);

async function findByRequest(db: EntityManager, requestId: string): Promise<Appointment | null> {
  const [earlier]: { id: string }[] = await db.query("select id from appointment where request_id = $1", [requestId]);
  return earlier ? loadAppointment(db, earlier.id) : null;
}

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
