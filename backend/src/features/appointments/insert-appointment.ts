import type { EntityManager } from "typeorm";
import type { Appointment } from "./appointment.entity.js";
import { refuseOverlap } from "./take-slot.js";

/** An appointment whose seat is PostgreSQL's choice. */
export type Unseated = Omit<Appointment, "seat">;

/** Inserts an appointment on the lowest seat that is free throughout, as `freeSeat` of the slot rules says; call it with the counter locked. PostgreSQL chooses,
    as the next booking would wait for our answer too. When none is, it tries one that is taken, and the constraint has the last word. Refused: 409 slot_taken. */
export const insertAppointment = (db: EntityManager, one: Unseated, capacity: number) =>
  db
    .query(insertion, [
      one.id,
      one.requestId,
      one.serviceId,
      one.counterId,
      capacity,
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
      one.kioskCodeHash,
      one.interpreterLanguage,
      one.pinTurn,
      one.pinHash,
    ])
    .catch(refuseOverlap);

const insertion = `
  with taken as (
    select seat from appointment where counter_id = $4 and tstzrange(starts_at, seat_free_at) && tstzrange($6, $8)
      and status in ('booked', 'attended', 'no_show'))
  insert into appointment (id, request_id, service_id, counter_id, seat, starts_at, ends_at, seat_free_at, status, language,
    citizen_name, citizen_email, citizen_phone, question, concerns_name, link_hash, link_sealed, sequence, booked_at, kiosk_code_hash, interpreter_language,
    pin_turn, pin_hash)
  values ($1, $2, $3, $4, coalesce(
      (select min(seat) from generate_series(1, $5::int) seat
        where seat not in (select seat from taken) and (select count(distinct seat) from taken) < $5),
      (select min(seat) from taken)),
    $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)`;
