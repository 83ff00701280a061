import type { MigrationInterface, QueryRunner } from "typeorm";

/** A citizen without internet dials in, by a PIN of their appointment, and waits as an arrival like everybody. */
export class Callers1795784400000 implements MigrationInterface {
  name = "Callers1795784400000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table appointment
        add column pin_turn int check (pin_turn > 0),
        add column pin_hash bytea check (octet_length(pin_hash) = 32),
        add check ((pin_turn is null) = (pin_hash is null));
      create index appointment_pin on appointment (pin_hash) where pin_hash is not null;

      alter table arrival
        add column pin_turn int,
        add column expected_at timestamptz,
        add check (expected_at is null or pin_turn is not null);
      alter table meeting drop constraint meeting_medium_check,
        add constraint meeting_medium_check check (medium in ('video', 'dial_in', 'phone'));
      create unique index one_caller_of_a_pin on arrival (meeting_id, pin_turn) where pin_turn is not null;
      create unique index caller_ticket on arrival (tab_id) where pin_turn is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update meeting set medium = 'phone' where medium = 'dial_in';
      alter table meeting drop constraint meeting_medium_check,
        add constraint meeting_medium_check check (medium in ('video', 'phone'));
      delete from arrival where pin_turn is not null;
      alter table arrival drop column pin_turn, drop column expected_at;
      alter table appointment drop column pin_turn, drop column pin_hash;
    `);
  }
}
