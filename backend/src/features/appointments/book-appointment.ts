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
import { lockCounter } from "./lock-counter.js";
import { refuseOverlap, takeSlot } from "./take-slot.js";

export type Booked = { appointment: Appointment; municipality: Municipality; linkToken: string };

/** Books a slot for a citizen: takes a seat, makes the secret link, schedules confirmation and reminders. The same requestId again answers the same appointment.
    Refused: 404 not_found (service), 409 slot_not_offered, 409 slot_taken. */
export async function bookAppointment(
  { db, now }: Context,
  input: BookAppointmentInput,
  appSecret: string,
): Promise<Booked> {
  const { service, municipality, timetable } = await loadTimetable(db, input.serviceId);
  await lockCounter(db, service.counterId);
  const earlier = await findByRequest(db, input.requestId);
  if (earlier) return { appointment: earlier, municipality, linkToken: unsealToken(appSecret, earlier.linkSealed) };

  const slot = await takeSlot(db, service.counterId, new Date(input.startsAt), timetable, now);
  const linkToken = newToken();
  const appointment = db.create(Appointment, {
    ...detailsOf(input),
    ...slot,
    serviceId: service.id,
    counterId: service.counterId,
    status: "booked",
    linkHash: hashToken(linkToken),
    linkSealed: sealToken(appSecret, linkToken),
    sequence: 0,
    bookedAt: now,
    changedAt: null,
  });
  await db.insert(Appointment, appointment).catch(refuseOverlap);
  await scheduleMessages(db, [
    { kind: "appointment_confirmed", subjectId: appointment.id, dueAt: now },
    ...remindersFor(appointment.startsAt, now).map((reminder) => ({ ...reminder, subjectId: appointment.id })),
  ]);
  await announce(db, `counter:${service.counterId}`);
  return { appointment: withRelations(appointment, service), municipality, linkToken };
}

const findByRequest = (db: EntityManager, requestId: string) =>
  db.findOne(Appointment, { where: { requestId }, relations: { service: true, counter: true } });

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
