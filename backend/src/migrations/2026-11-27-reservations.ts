import type { MigrationInterface, QueryRunner } from "typeorm";

/** The need for an interpreter, told at booking, and the interpreters who are asked to keep an appointment free. One open reservation per appointment; nobody is asked twice for the same time of
    it, nor kept for two appointments at once. */
export class Reservations1795780920000 implements MigrationInterface {
  name = "Reservations1795780920000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table appointment
        add column interpreter_language text check (interpreter_language ~ '^[a-z]{2,3}$'),
        add column interpreter_sought_at timestamptz;
      create index appointment_to_interpret on appointment (starts_at) where interpreter_language is not null and status = 'booked';
      alter table interpreter add column email text check (email ~ '^[^@[:space:]]+@[^@[:space:]]+$');

      create table interpreter_reservation (
        id uuid primary key default gen_random_uuid(),
        appointment_id uuid not null references appointment on delete cascade,
        interpreter_id uuid not null references interpreter,
        language text not null check (language ~ '^[a-z]{2,3}$'),
        starts_at timestamptz not null,
        ends_at timestamptz not null check (ends_at > starts_at),
        state text not null check (state in ('asked', 'confirmed', 'declined', 'lapsed', 'withdrawn')),
        asked_at timestamptz not null,
        answer_by timestamptz not null check (answer_by between asked_at and starts_at),
        answered_at timestamptz,
        link_hash bytea not null unique check (octet_length(link_hash) = 32),
        link_sealed bytea not null,
        check (state not in ('confirmed', 'declined') or answered_at is not null),
        check (state <> 'asked' or answered_at is null)
      );
      create unique index one_open_reservation on interpreter_reservation (appointment_id) where state in ('asked', 'confirmed');
      create unique index asked_once_for_a_time on interpreter_reservation (appointment_id, interpreter_id, starts_at) where state <> 'withdrawn';
      alter table interpreter_reservation add constraint one_reservation_at_a_time exclude using gist
        (interpreter_id with =, tstzrange(starts_at, ends_at) with &&) where (state in ('asked', 'confirmed'));
      create index interpreter_reservation_unanswered on interpreter_reservation (answer_by) where state = 'asked';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table interpreter_reservation;
      alter table interpreter drop column email;
      drop index appointment_to_interpret;
      alter table appointment drop column interpreter_language, drop column interpreter_sought_at;
    `);
  }
}
