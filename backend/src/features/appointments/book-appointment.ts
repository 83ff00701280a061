import { randomUUID } from "node:crypto";
import type { BookAppointmentInput } from "@balie/contract/appointments";
import type { EntityManager } from "typeorm";
import type { Context } from "../../platform/context.js";
import { leaveToCommit } from "../../platform/database/transaction.js";
import { Refusal } from "../../platform/http/refusal.js";
import { announce } from "../../platform/live/announce.js";
import { scheduleMessages } from "../../platform/outbox/schedule-message.js";
import { hashToken, newToken, sealToken, unsealToken } from "../../platform/tokens.js";
import { loadTimetable } from "../availability/load-timetable.js";
import { slotStartingAt } from "../availability/slot.rules.js";
import type { Municipality } from "../counters/municipality.entity.js";
import type { Appointment } from "./appointment.entity.js";
import { remindersFor } from "./appointment.rules.js";
import type { AppointmentSurroundings } from "./appointment.view.js";
import { citizenPinOf, hashPin } from "./citizen-pin.js";
import { insertAppointment, type Unseated } from "./insert-appointment.js";
import { hashKioskCode, kioskCodeOf } from "./kiosk-code.js";
import { loadAppointment } from "./load-appointment.js";
import { lockCounter } from "./lock-counter.js";

type Meeting = AppointmentSurroundings["meeting"];
/** The meeting of a new appointment, and that it is written. */
export type PlanMeeting = (db: EntityManager, appointment: Unseated) => { meeting: Meeting; written: Promise<unknown> };
type Meetings = {
  meetingOf: (db: EntityManager, appointment: Appointment) => Promise<Meeting>;
  planMeeting: PlanMeeting;
};
type Booked = { appointment: Unseated; municipality: Municipality; meeting: Meeting; linkToken: string };

/** Books a slot for a citizen: takes a seat, makes the secret link, schedules confirmation and reminders. The same requestId again answers the same appointment.
    Refused: 404 not_found (service), 409 slot_not_offered, 409 slot_taken. */
export async function bookAppointment(
  { db, now }: Context,
  input: BookAppointmentInput,
  appSecret: string,
  { meetingOf, planMeeting }: Meetings,
): Promise<Booked> {
  // Nobody else works on this request meanwhile, so what is found of it is all there is.
  const [, earlier, { service, municipality, timetable }] = await Promise.all([
    lockRequest(db, input.requestId),
    findByRequest(db, input.requestId),
    loadTimetable(db, input.serviceId),
  ]);
  if (earlier) {
    const meeting = await meetingOf(db, earlier);
    return { appointment: earlier, municipality, meeting, linkToken: unsealToken(appSecret, earlier.linkSealed) };
  }
  const slot = slotStartingAt(new Date(input.startsAt), timetable, now);
  if (!slot) throw new Refusal(409, "slot_not_offered");

  const linkToken = newToken();
  const appointment: Unseated = {
    ...detailsOf(input),
    ...slot,
    id: randomUUID(),
    serviceId: service.id,
    service,
    counterId: service.counterId,
    counter: service.counter,
    status: "booked",
    linkHash: hashToken(linkToken),
    linkSealed: sealToken(appSecret, linkToken),
    kioskCodeHash: hashKioskCode(appSecret, kioskCodeOf(linkToken)),
    ...firstPin(input, linkToken, appSecret),
    sequence: 0,
    bookedAt: now,
    changedAt: null,
    interpreterSoughtAt: null,
  };
  const meeting = write(db, appointment, timetable.capacity, now, planMeeting);
  return { appointment, municipality, meeting, linkToken };
}

/** All in one round trip and with the commit, as the next booking of this counter waits until it is done. */
function write(
  db: EntityManager,
  appointment: Unseated,
  capacity: number,
  now: Date,
  planMeeting: PlanMeeting,
): Meeting {
  const { id: subjectId, startsAt, counterId } = appointment;
  const locked = lockCounter(db, counterId);
  const seated = insertAppointment(db, appointment, capacity);
  const { meeting, written } = planMeeting(db, appointment);
  const scheduled = scheduleMessages(db, [
    { kind: "appointment_confirmed", subjectId, dueAt: now },
    ...remindersFor(startsAt, now).map((reminder) => ({ ...reminder, subjectId })),
  ]);
  const announced = announce(db, `counter:${counterId}`);
  leaveToCommit(db, [locked, seated, written, scheduled, announced]);
  return meeting;
}

/** The same request twice at once: the second waits for the first, and finds what it made. A statement of its own, as each sees what was committed when it began. */
const lockRequest = (db: EntityManager, requestId: string) =>
  db.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [requestId]);

async function findByRequest(db: EntityManager, requestId: string): Promise<Appointment | null> {
  const [earlier]: { id: string }[] = await db.query("select id from appointment where request_id = $1", [requestId]);
  return earlier ? loadAppointment(db, earlier.id) : null;
}

const firstPin = ({ dialsIn }: BookAppointmentInput, linkToken: string, appSecret: string) =>
  dialsIn ? { pinTurn: 1, pinHash: hashPin(appSecret, citizenPinOf(linkToken, 1)) } : { pinTurn: null, pinHash: null };

const detailsOf = ({
  requestId,
  language,
  citizen,
  question,
  concerns,
  interpreterLanguage,
}: BookAppointmentInput) => ({
  requestId,
  language,
  citizenName: citizen.name,
  citizenEmail: citizen.email,
  citizenPhone: citizen.phone,
  question,
  concernsName: concerns?.name ?? null,
  interpreterLanguage,
});
